package io.jxc.core.internal.access;

import io.jxc.api.access.Scope;
import io.jxc.api.error.AccessDeniedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user may do, over all of its roles; the widest scope of each permission counts.
 *
 * @param user code of the user
 * @param roles codes of its roles
 * @param permissions scope of each permission held
 */
public record Rights(String user, Set<String> roles, Map<String, Scope> permissions) {
  /** Copies the collections. */
  public Rights {
    roles = Set.copyOf(new TreeSet<>(roles));
    permissions = Map.copyOf(permissions);
  }

  /** Tells whether the permission is held in any scope. */
  public boolean has(String permission) {
    return permissions.containsKey(permission);
  }

  /** Returns the scope in which a permission is held. */
  public Optional<Scope> scope(String permission) {
    return Optional.ofNullable(permissions.get(permission));
  }

  /** Tells whether records of this creator may be seen under a permission. */
  public boolean sees(String permission, String creator) {
    Scope scope = permissions.get(permission);
    return scope == Scope.ALL || (scope == Scope.OWN && user.equals(creator));
  }

  /** Refuses a user who lacks a permission. */
  public void require(String permission) {
    if (!has(permission)) {
      throw AccessDeniedException.missing(user, permission);
    }
  }
}
