package io.jxc.api.access;

import java.util.List;
import java.util.Optional;

/**
 * What a user may do now, and through which role.
 *
 * @param user the user
 * @param roles codes of the roles in force, in order
 * @param grants every permission held, by name; nothing that is not listed is allowed
 */
public record EffectiveAccess(String user, List<String> roles, List<Held> grants) {
  /**
   * A permission held.
   *
   * @param permission its stable name
   * @param scope the widest reach of all roles that grant it
   * @param roles codes of the roles that grant it, in order
   */
  public record Held(String permission, Scope scope, List<String> roles) {
    /** Copies the roles. */
    public Held {
      roles = List.copyOf(roles);
    }
  }

  /** Copies the lists. */
  public EffectiveAccess {
    roles = List.copyOf(roles);
    grants = List.copyOf(grants);
  }

  /** Explains a permission: how far it reaches and where it comes from; absent = not allowed. */
  public Optional<Held> explain(String permission) {
    return grants.stream().filter(held -> held.permission().equals(permission)).findFirst();
  }

  /** Tells whether a permission is held, at least for own things. */
  public boolean allows(String permission) {
    return explain(permission).isPresent();
  }
}
