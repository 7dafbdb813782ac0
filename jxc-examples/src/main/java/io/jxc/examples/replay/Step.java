package io.jxc.examples.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * Puts neighbours together, so that they may share commits: at most so many, and none that names
   * goods which one of another kind has named. What is done to different goods comes to the same in
   * any order, so a run may sell, write off and take back in turn.
   */
  static List<List<Step>> runs(List<Step> steps, int most) {
    List<List<Step>> runs = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    Map<String, Kind> named = new HashMap<>();
    for (Step step : steps) {
      if (run.size() == most || step.goods().anyMatch(sku -> step.meetsOther(named, sku))) {
        runs.add(run);
        run = new ArrayList<>();
        named.clear();
      }
      step.goods().forEach(sku -> named.put(sku, step.kind()));
      run.add(step);
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  private Stream<String> goods() {
    return lines.stream().filter(line -> !line.isFee()).map(RetailLine::sku);
  }

  private boolean meetsOther(Map<String, Kind> named, String sku) {
    Kind other = named.get(sku);
    return other != null && other != kind;
  }
}
