package io.jxc.api.access;

import java.util.List;

/**
 * A role.
 *
 * @param code its code; a user of the same code has nothing to do with it
 * @param name shown to people
 * @param builtIn whether it is one of {@link BuiltInRoles}, which cannot be changed
 * @param grants what it grants, by permission
 * @param version to be named when it is changed; 0 for built-in roles
 */
public record RoleView(
    String code, String name, boolean builtIn, List<Grant> grants, long version) {
  /** Copies the grants. */
  @io.jxc.api.Internal
  public RoleView {
    grants = List.copyOf(grants);
  }
}
