package io.jxc.core.internal.command;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import java.util.List;

/** Bounds that hold for every rule. */
final class Limits {
  private Limits() {}

  /** Refuses a range that has more rows than were asked for. */
  static <T> List<T> range(String what, List<T> rows, int limit) {
    if (rows.size() > limit) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "rows of " + what,
          "found",
          "more than " + limit,
          "limit",
          Integer.toString(limit));
    }
    return rows;
  }
}
