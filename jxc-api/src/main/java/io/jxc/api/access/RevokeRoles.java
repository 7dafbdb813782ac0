package io.jxc.api.access;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import java.util.List;
import java.util.function.Function;

/**
 * Takes roles from a user; roles it does not have do no harm. Effective at the user's next command.
 *
 * <pre>{@code
 * RevokeRoles.from("ann", BuiltInRoles.SALES);
 * }</pre>
 *
 * @param requestId identity of the request
 * @param user code of the user
 * @param roles codes of 1 to 100 roles
 */
public record RevokeRoles(String requestId, String user, List<String> roles) implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code request-id.invalid}, {@code
   *     code.invalid}, {@code lines.count}, {@code line.duplicate}
   */
  public RevokeRoles {
    Checks checks = new Checks();
    checks.requestId(requestId);
    user = checks.code("user", user);
    roles =
        checks.list("roles", roles, 1, 100).stream()
            .map(role -> checks.code("roles", role))
            .toList();
    checks.unique("roles", "role", roles, Function.identity());
    checks.done();
  }

  /** Takes roles from a user. */
  public static RevokeRoles from(String user, String... roles) {
    return new RevokeRoles(RequestIds.next(), user, List.of(roles));
  }

  /** Returns the command under another request id, to repeat it safely. */
  public RevokeRoles withRequestId(String id) {
    return new RevokeRoles(id, user, roles);
  }
}
