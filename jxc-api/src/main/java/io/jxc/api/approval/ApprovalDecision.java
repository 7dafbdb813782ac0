package io.jxc.api.approval;

import io.jxc.api.Internal;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody decided about a step.
 *
 * @param step the step, from 1
 * @param role role the step asked for
 * @param actor who decided
 * @param approved whether it was approved; otherwise it was rejected
 * @param comment the comment, or the reason of a rejection
 * @param at when
 */
public record ApprovalDecision(
    int step, String role, String actor, boolean approved, Optional<String> comment, Instant at) {
  /** Made by the library. */
  @Internal
  public ApprovalDecision {}
}
