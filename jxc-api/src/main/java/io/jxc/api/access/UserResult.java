package io.jxc.api.access;

import io.jxc.api.CommandResult;
import java.util.List;

/**
 * The roles of a user were changed.
 *
 * @param code the user
 * @param roles codes of the roles it has now, in order
 * @param version sequence of the commit
 */
public record UserResult(String code, List<String> roles, long version)
    implements CommandResult<UserResult> {
  /** Copies the roles. */
  public UserResult {
    roles = List.copyOf(roles);
  }

  @Override
  public UserResult withVersion(long version) {
    return new UserResult(code, roles, version);
  }
}
