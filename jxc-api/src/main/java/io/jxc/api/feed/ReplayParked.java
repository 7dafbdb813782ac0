package io.jxc.api.feed;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;

/**
 * Has a parked event delivered once more, out of order. When that fails, it stays parked.
 *
 * @param requestId identity of the request
 * @param subscription name of the subscription
 * @param sequence number of the event in the tenant's log
 */
public record ReplayParked(String requestId, String subscription, long sequence)
    implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  public ReplayParked {
    Checks checks = new Checks();
    checks.requestId(requestId);
    subscription = checks.code("subscription", subscription);
    checks.require(
        sequence > 0, "sequence", ErrorCode.NUMBER_RANGE, "above 0", Long.toString(sequence));
    checks.done();
  }

  /** Replays one event. */
  public static ReplayParked of(String subscription, long sequence) {
    return new ReplayParked(RequestIds.next(), subscription, sequence);
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public ReplayParked requestId(String id) {
    return new ReplayParked(id, subscription, sequence);
  }
}
