package io.jxc.api.access;

import java.util.List;

/**
 * A user as JXC knows it: a code given by the host, and roles.
 *
 * @param code the user
 * @param roles codes of the roles, in order
 * @param version sequence of the last change
 */
public record UserView(String code, List<String> roles, long version) {
  /** Copies the roles. */
  public UserView {
    roles = List.copyOf(roles);
  }
}
