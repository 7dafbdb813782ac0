package io.jxc.api.access;

import io.jxc.api.CommandResult;

/**
 * A role was defined or removed.
 *
 * @param code the role
 * @param version sequence of the commit
 */
public record RoleResult(String code, long version) implements CommandResult<RoleResult> {
  @Override
  public RoleResult withVersion(long version) {
    return new RoleResult(code, version);
  }
}
