package io.jxc.core.internal.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is under way: a draw of its own, the class of the command, and who came meanwhile. */
final class Moment {
  final Draw draw;
  final long step;
  Kind kind = Kind.SERVE;

  /** The call that is made, where one is. */
  @Nullable Call call;

  /** Who makes it, where that is not the thread that steps the world. */
  @Nullable Caller caller;

  /** Whether others are there already, so that nobody else comes. */
  boolean crowded;

  /** Those who came to the same node meanwhile, in the order of their batches. */
  final List<Caller> others = new ArrayList<>();

  /** What was known of the parts of the call when the others came. */
  final List<Long> heard = new ArrayList<>();

  /** Whether something was decided on the batch that is with the store. */
  boolean builtOn;

  private int nested;

  Moment(Draw draw, long step) {
    this.draw = draw;
    this.step = step;
  }

  /** Tells whether something may have been decided on it. */
  boolean isBuiltOn() {
    return !others.isEmpty();
  }

  /** Numbers what happens in the middle of it. */
  long next() {
    return step * 100 + 37 + ++nested;
  }
}
