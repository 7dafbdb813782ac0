package io.jxc.core.internal.access;

import io.jxc.api.access.Scope;
import java.util.Map;
import java.util.TreeMap;

/**
 * A role of a tenant's own.
 *
 * @param code its code
 * @param name its name for people
 * @param permissions scope of each permission
 */
public record RoleDocument(String code, String name, Map<String, Scope> permissions) {
  /** Sorts the permissions. */
  public RoleDocument {
    permissions = java.util.Collections.unmodifiableMap(new TreeMap<>(permissions));
  }
}
