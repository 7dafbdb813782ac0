package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Rejects the open step of an approval: the document is a draft again, and its next submission
 * starts at the first step.
 *
 * @param requestId identity of the request
 * @param approval what is rejected
 * @param expectedVersion version of the approval that was seen; absent = whatever it is
 * @param reason why, 1 to 500 characters
 */
public record Reject(
    String requestId, ApprovalRef approval, Optional<Long> expectedVersion, String reason)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public Reject {
    Checks checks = new Checks();
    checks.requestId(requestId);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Returns the rejection of an open step. */
  public static Reject of(ApprovalRef approval, String reason) {
    return new Reject(RequestIds.next(), approval, Optional.empty(), reason);
  }

  /** Names the request, to repeat it safely. */
  public Reject requestId(String id) {
    return new Reject(id, approval, expectedVersion, reason);
  }

  /** Refuses where the approval has another version meanwhile. */
  public Reject expectedVersion(long version) {
    return new Reject(requestId, approval, Optional.of(version), reason);
  }
}
