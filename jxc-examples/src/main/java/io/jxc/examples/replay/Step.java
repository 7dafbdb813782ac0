package io.jxc.examples.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing an invoice does.
 *
 * @param kind what
 * @param invoice of which invoice
 * @param lines the lines concerned
 */
record Step(Kind kind, TradePlan.Invoice invoice, List<RetailLine> lines) {
  /** What an invoice may do. */
  enum Kind {
    /** Sell: its positive lines. */
    SELL,
    /** Write off: its negative goods lines. */
    WRITE_OFF,
    /** Take back: a cancellation. */
    TAKE_BACK
  }

  /** Returns the steps of invoices, in order. */
  static List<Step> of(List<TradePlan.Invoice> invoices) {
    List<Step> steps = new ArrayList<>();
    for (TradePlan.Invoice invoice : invoices) {
      List<RetailLine> down =
          invoice.lines().stream().filter(line -> line.quantity().signum() < 0).toList();
      List<RetailLine> up =
          invoice.lines().stream().filter(line -> line.quantity().signum() > 0).toList();
      add(steps, Kind.SELL, invoice, up);
      add(steps, invoice.isReturn() ? Kind.TAKE_BACK : Kind.WRITE_OFF, invoice, down);
    }
    return steps;
  }

  private static void add(
      List<Step> steps, Kind kind, TradePlan.Invoice invoice, List<RetailLine> lines) {
    if (!lines.isEmpty()) {
      steps.add(new Step(kind, invoice, lines));
    }
  }

  /** Puts neighbours of one kind together, so that they may share commits. */
  static List<List<Step>> runs(List<Step> steps, int most) {
    List<List<Step>> runs = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    for (Step step : steps) {
      boolean other = !run.isEmpty() && run.get(0).kind() != step.kind();
      if (other || run.size() == most) {
        runs.add(run);
        run = new ArrayList<>();
      }
      run.add(step);
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }
}
