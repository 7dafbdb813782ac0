package io.jxc.core.internal.command;

import io.jxc.api.Checks;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.StoreView;
import java.util.Collection;
import java.util.List;

/** Bounds that hold for every rule and every bulk call. */
final class Limits {
  private static final int MAX_BULK = 1_000;

  private Limits() {}

  /** Refuses a bulk call of more than 1,000 commands. */
  static void bulk(List<?> commands) {
    Checks checks = new Checks();
    checks.list("commands", commands, 0, MAX_BULK);
    checks.done();
  }

  /** Returns the entries of some values of an index, or refuses where they may not be all. */
  static List<IndexEntry> entries(
      StoreView view, String type, String index, Collection<String> values) {
    List<IndexEntry> entries = view.indexValues(type, index, values);
    return range(type + "." + index, entries, StoreView.MAX_INDEX_ENTRIES);
  }

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
