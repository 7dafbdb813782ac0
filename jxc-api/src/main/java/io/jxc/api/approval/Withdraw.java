package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Takes an own submission back before it is decided: the document is a draft again.
 *
 * @param requestId identity of the request
 * @param approval what is withdrawn
 * @param reason why, at most 500 characters
 */
public record Withdraw(String requestId, ApprovalRef approval, Optional<String> reason)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public Withdraw {
    Checks checks = new Checks();
    checks.requestId(requestId);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Returns the withdrawal of an open approval. */
  public static Withdraw of(ApprovalRef approval) {
    return new Withdraw(RequestIds.next(), approval, Optional.empty());
  }

  /** Names the request, to repeat it safely. */
  public Withdraw requestId(String id) {
    return new Withdraw(id, approval, reason);
  }

  /** Says why. */
  public Withdraw reason(String text) {
    return new Withdraw(requestId, approval, Optional.of(text));
  }
}
