package io.jxc.api.access;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import java.util.List;
import java.util.function.Function;

/**
 * Gives roles to a user; roles it already has stay. A user who was never seen is added: JXC keeps
 * codes of users only, who they are is the host's to know.
 *
 * <pre>{@code
 * GrantRoles.to("ann", BuiltInRoles.SALES);
 * }</pre>
 *
 * @param requestId identity of the request
 * @param user code of the user
 * @param roles codes of 1 to 100 roles
 */
public record GrantRoles(String requestId, String user, List<String> roles) implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code request-id.invalid}, {@code
   *     code.invalid}, {@code lines.count}, {@code line.duplicate}
   */
  public GrantRoles {
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

  /** Gives roles to a user. */
  public static GrantRoles to(String user, String... roles) {
    return new GrantRoles(RequestIds.next(), user, List.of(roles));
  }

  /** Returns the command under another request id, to repeat it safely. */
  public GrantRoles withRequestId(String id) {
    return new GrantRoles(id, user, roles);
  }
}
