package io.jxc.core.internal.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch takes what it is about to insert for new without looking. Nearly every request id
 * and unique value is, and a store refuses the few that are not; the batch is then decided again
 * and looks everything up. What this lane has answered lately is always looked up: that is where
 * repeated requests come from.
 */
final class Trust {
  /** Everything is looked up. */
  static final Trust NOTHING = new Trust(null);

  private static final int REMEMBERED = 2_000;

  private final @Nullable Set<String> answered;

  private Trust(@Nullable Set<String> answered) {
    this.answered = answered;
  }

  /** Takes for new what was not answered lately. */
  static Trust inNew() {
    Map<String, Boolean> lately =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
          }
        };
    return new Trust(Collections.newSetFromMap(lately));
  }

  /** Tells whether unique values that nobody has read are taken for free. */
  boolean inValues() {
    return answered != null;
  }

  /** Tells whether a request, named by the key of its result, is taken for new. */
  boolean inRequest(String resultKey) {
    return answered != null && !answered.contains(resultKey);
  }

  /** Remembers that a request has an answer now. */
  void answered(String resultKey) {
    if (answered != null) {
      answered.add(resultKey);
    }
  }
}
