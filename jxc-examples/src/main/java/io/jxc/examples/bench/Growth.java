package io.jxc.examples.bench;

import io.jxc.api.inventory.ReceiveGoods;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Quick sales of three lines into journals that are nearly empty, and again when they have millions
 * of rows. Filled through JXC, so that chain and balances stay what they are.
 */
final class Growth {
  private static final int RECEIPT_LINES = 10_000;

  private final Settings settings;
  private final JxcSide side;
  private final PrintWriter progress;
  private long seed = 1;

  private Growth(Settings settings, JxcSide side, PrintWriter progress) {
    this.settings = settings;
    this.side = side;
    this.progress = progress;
  }

  /** Measures, and returns the report. */
  static Report run(Settings settings, Sides sides, PrintWriter progress) {
    return new Growth(settings, sides.jxc(), progress).measured();
  }

  private Report measured() {
    Figures empty = sold("empty");
    long rowsAtFirst = side.journalRows();
    fill();
    Figures full = sold("full");
    List<String> wrong = side.books().faults();
    wrong.forEach(this::say);
    return new Report(settings, wrong.isEmpty())
        .put("emptyJournalRows", rowsAtFirst)
        .put("fullJournalRows", side.journalRows())
        .put("emptyPerSecond", empty.perSecond())
        .put("fullPerSecond", full.perSecond())
        .put("ratio", full.perSecond() / empty.perSecond())
        .put("emptyP50Ms", empty.p50Ms())
        .put("fullP50Ms", full.p50Ms())
        .put("emptyP99Ms", empty.p99Ms())
        .put("fullP99Ms", full.p99Ms())
        .exact();
  }

  private Figures sold(String what) {
    Duration warmUp = settings.pace().warmUp();
    if (!warmUp.isZero()) {
      say(what + " warm-up: " + text(during(warmUp)));
    }
    Figures figures = new Figures();
    for (int run = 1; run <= settings.pace().runs(); run++) {
      Load.Run sales = during(settings.pace().run());
      figures.add(sales, new Side.Written(0, 0));
      say(what + " run " + run + ": " + text(sales));
    }
    return figures;
  }

  private Load.Run during(Duration time) {
    seed += settings.callers();
    return Load.during(
        settings.callers(),
        time,
        seed,
        random -> side.sell(BenchCase.ORDER_UNIFORM.draw(random, settings.goods())));
  }

  private void fill() {
    int next = 0;
    long said = System.nanoTime();
    while (side.journalRows() < settings.rows()) {
      ReceiveGoods.Builder receipt = ReceiveGoods.into(Goods.WAREHOUSE);
      for (int i = 0; i < RECEIPT_LINES; i++) {
        receipt.line(settings.goods().sku(next++ % settings.goods().products()), "1", "6.00");
      }
      side.session().inventory().receive(receipt.build());
      if (System.nanoTime() - said > Duration.ofSeconds(5).toNanos()) {
        said = System.nanoTime();
        say(String.format(Locale.ROOT, "filling: %,d journal rows", side.journalRows()));
      }
    }
  }

  private static String text(Load.Run run) {
    return String.format(
        Locale.ROOT, "%,.0f/s p50 %.2f p99 %.2f ms", run.perSecond(), run.p50Ms(), run.p99Ms());
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
