package io.jxc.api.access;

import io.jxc.api.Checks;
import io.jxc.api.error.ErrorCode;

/**
 * A permission with its reach.
 *
 * @param permission its stable name, one of {@link Permissions}; roles stored by a newer version
 *     may hold names that this one does not know, and they grant nothing here
 * @param scope own things or all
 */
public record Grant(String permission, Scope scope) {
  /**
   * Checks the form of the name.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code text.invalid}
   */
  public Grant {
    Checks checks = new Checks();
    checks.require(
        permission.length() <= 60
            && permission.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '.' || c == '-')
            && permission.indexOf('.') > 0,
        "permission",
        ErrorCode.TEXT_INVALID,
        "a name like stock.view",
        permission);
    checks.done();
  }

  /** Grants a permission over everything. */
  public static Grant all(String permission) {
    return new Grant(permission, Scope.ALL);
  }

  /** Grants a permission over own things. */
  public static Grant own(String permission) {
    return new Grant(permission, Scope.OWN);
  }
}
