package io.jxc.examples.demo;

import io.jxc.api.JxcSession;
import io.jxc.api.error.JxcException;
import io.jxc.examples.Expect;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes down who tried what, and how it ended. */
final class Diary {
  private final Table table = new Table("who", "what", "answer");

  /** Does a step that must succeed. */
  <R> R done(JxcSession who, String what, Supplier<R> step, Function<R, String> answer) {
    R result = step.get();
    table.row(who.actor().user(), what, answer.apply(result));
    return result;
  }

  /** Tries a step that must be refused with a code. */
  void refused(JxcSession who, String what, String code, Runnable attempt) {
    JxcException refusal = Expect.refused(JxcException.class, attempt);
    Expect.same(code, refusal.code());
    table.row(who.actor().user(), what, "REFUSED: " + refusal.getMessage());
  }

  /** Returns what was written so far. */
  Table table() {
    return table;
  }
}
