package io.jxc.examples.bench;

import io.jxc.examples.bench.naive.NaiveDatabase;
import io.jxc.examples.bench.naive.NaiveInserts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Rows a second that JXC writes while orders are placed, beside the rows a second that one
 * connection inserts into the same tables when it does nothing else: 256 in a statement, a commit
 * for each.
 */
final class InsertLimit {
  private final Settings settings;
  private final JxcSide side;
  private final NaiveInserts inserts;
  private final PrintWriter progress;
  private final Figures orders = new Figures();
  private final Figures limit = new Figures();
  private long units;
  private long seed = 1;

  private InsertLimit(Settings settings, JxcSide side, NaiveInserts inserts, PrintWriter progress) {
    this.settings = settings;
    this.side = side;
    this.inserts = inserts;
    this.progress = progress;
  }

  /** Measures, and returns the report. */
  static Report run(Settings settings, Sides sides, PrintWriter progress) {
    try (NaiveDatabase database = sides.inserting()) {
      NaiveInserts inserts = new NaiveInserts(database, sides.jxc().tenant() + "-limit");
      return new InsertLimit(settings, sides.jxc(), inserts, progress).measured();
    }
  }

  private Report measured() {
    Duration warmUp = settings.pace().warmUp();
    if (!warmUp.isZero()) {
      place(warmUp);
      insert(warmUp);
    }
    for (int run = 1; run <= settings.pace().runs(); run++) {
      double placed = place(settings.pace().run());
      double inserted = insert(settings.pace().run());
      say(
          String.format(
              Locale.ROOT, "run %d: jxc %,.0f rows/s, limit %,.0f rows/s", run, placed, inserted));
    }
    List<String> wrong = side.books().check(units, -1);
    wrong.forEach(this::say);
    return new Report(settings, wrong.isEmpty())
        .put("jxcRowsPerSecond", orders.perSecond())
        .put("limitRowsPerSecond", limit.perSecond())
        .put("share", orders.perSecond() / limit.perSecond())
        .exact();
  }

  /** Places orders for a time and returns how many rows a second that were. */
  private double place(Duration time) {
    seed += settings.callers();
    Side.Written before = side.written();
    Load.Run run =
        Load.during(
            settings.callers(),
            time,
            seed,
            random -> side.order(BenchCase.ORDER_UNIFORM.draw(random, settings.goods())));
    units += 3 * run.done();
    double seconds = run.done() / run.perSecond();
    return noted(orders, side.written().since(before).rows() / seconds, time);
  }

  private double insert(Duration time) {
    return noted(limit, inserts.rowsPerSecond(time), time);
  }

  private double noted(Figures figures, double rows, Duration time) {
    if (time.equals(settings.pace().run())) {
      figures.add(new Load.Run(0, 0, rows, 0, 0), new Side.Written(0, 0));
    }
    return rows;
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
