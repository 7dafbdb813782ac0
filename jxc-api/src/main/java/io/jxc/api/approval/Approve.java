package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Approves the open step of an approval.
 *
 * <pre>{@code
 * approvals.approve(Approve.of(ApprovalRef.id(task.approvalId())).comment("as budgeted"));
 * }</pre>
 *
 * @param requestId identity of the request
 * @param approval what is approved
 * @param expectedVersion version of the approval that was seen; absent = whatever it is
 * @param comment free text of at most 500 characters
 */
public record Approve(
    String requestId,
    ApprovalRef approval,
    Optional<Long> expectedVersion,
    Optional<String> comment)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public Approve {
    Checks checks = new Checks();
    checks.requestId(requestId);
    comment = checks.text("comment", comment, 500);
    checks.done();
  }

  /** Returns the approval of an open step. */
  public static Approve of(ApprovalRef approval) {
    return new Approve(RequestIds.next(), approval, Optional.empty(), Optional.empty());
  }

  /** Names the request, to repeat it safely. */
  public Approve requestId(String id) {
    return new Approve(id, approval, expectedVersion, comment);
  }

  /** Refuses where the approval has another version meanwhile. */
  public Approve expectedVersion(long version) {
    return new Approve(requestId, approval, Optional.of(version), comment);
  }

  /** Adds a comment. */
  public Approve comment(String text) {
    return new Approve(requestId, approval, expectedVersion, Optional.of(text));
  }
}
