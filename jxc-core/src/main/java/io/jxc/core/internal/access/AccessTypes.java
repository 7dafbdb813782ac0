package io.jxc.core.internal.access;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import java.util.List;

/** Stored types of users and roles. */
public final class AccessTypes {
  /** Users with their roles, by code. */
  public static final DocType<UserDocument> USER =
      DocType.of("user", UserDocument.class, UserDocument::user)
          .multi("role", UserDocument::roles)
          .listing("by_code", List.of(), List.of())
          .build();

  /** Roles of a tenant's own, by code. */
  public static final DocType<RoleDocument> ROLE =
      DocType.of("role", RoleDocument.class, RoleDocument::code).build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(USER, ROLE), List.of(), List.of());

  private AccessTypes() {}
}
