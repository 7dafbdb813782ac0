package io.jxc.core.internal.access;

import java.util.List;

/**
 * A user as JXC knows it: a code and roles. Identity stays with the host.
 *
 * @param user its code
 * @param roles codes of its roles, sorted
 */
public record UserDocument(String user, List<String> roles) {
  /** Sorts the roles. */
  public UserDocument {
    roles = roles.stream().distinct().sorted().toList();
  }
}
