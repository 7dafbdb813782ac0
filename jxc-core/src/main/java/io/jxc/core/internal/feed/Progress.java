package io.jxc.core.internal.feed;

import io.jxc.api.Command;
import java.util.List;

/**
 * Keeps how far a subscription is.
 *
 * @param requestId identity of the request
 * @param name name of the subscription
 * @param fence what makes work of an earlier holder or an earlier place void
 * @param sequence everything up to here is delivered or among the failures
 * @param trying the event that failed last and is to be tried again, and how often it was tried
 * @param failures events that were given up
 * @param replayed parked events that were delivered at last
 */
record Progress(
    String requestId,
    String name,
    Fence fence,
    long sequence,
    Trying trying,
    List<Failure> failures,
    List<Long> replayed)
    implements Command {
  Progress {
    failures = List.copyOf(failures);
    replayed = List.copyOf(replayed);
  }

  /**
   * Under what the work was done.
   *
   * @param incarnation history
   * @param generation place
   * @param token lease
   */
  record Fence(String incarnation, long generation, long token) {}

  /**
   * An event that is tried again.
   *
   * @param sequence its number; 0 = none
   * @param attempts how often it was tried
   */
  record Trying(long sequence, int attempts) {}

  /**
   * An event that was given up.
   *
   * @param sequence its number
   * @param attempts how often it was tried
   * @param error last failure
   */
  record Failure(long sequence, int attempts, String error) {}
}
