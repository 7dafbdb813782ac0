package io.jxc.api.access;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Removes a role of the tenant that no user has.
 *
 * @param requestId identity of the request
 * @param code code of the role
 * @param expectedVersion version of the role as it was read
 */
public record RemoveRole(String requestId, String code, long expectedVersion) implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code request-id.invalid}, {@code
   *     code.invalid}
   */
  public RemoveRole {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    checks.done();
  }

  /** Removes a role as it was read. */
  public static RemoveRole of(RoleView now) {
    return new RemoveRole(RequestIds.next(), now.code(), now.version());
  }

  /** Returns the command under another request id, to repeat it safely. */
  public RemoveRole withRequestId(String id) {
    return new RemoveRole(id, code, expectedVersion);
  }
}
