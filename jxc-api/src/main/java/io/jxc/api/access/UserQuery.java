package io.jxc.api.access;

import io.jxc.api.Checks;
import java.util.Optional;

/**
 * Which users to show, by code.
 *
 * @param role only users who have this role
 */
public record UserQuery(Optional<String> role) {
  /**
   * Checks the filter.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
   */
  public UserQuery {
    Checks checks = new Checks();
    role = checks.code("role", role);
    checks.done();
  }

  /** Shows all users who were ever given a role. */
  public static UserQuery all() {
    return new UserQuery(Optional.empty());
  }

  /** Shows users who have a role. */
  public UserQuery role(String code) {
    return new UserQuery(Optional.of(code));
  }
}
