package io.jxc.examples.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs both sides in turn on one machine: a long warm-up of both, then A, B, A, B …, so that
 * neither has the colder compiler or the quieter minute.
 */
final class Comparison {
  /** A single caller does not give the compiler enough to do. */
  private static final int WARM_CALLERS = 64;

  private static final int WARM_PARTS = 2;
  private static final Duration SELL_OUT = Duration.ofMinutes(2);

  private final Settings settings;
  private final PrintWriter progress;
  private final Map<Side, Figures> figures = new LinkedHashMap<>();
  private final Map<Side, LongAdder> units = new LinkedHashMap<>();
  private long seed = 1;

  private Comparison(Settings settings, List<Side> sides, PrintWriter progress) {
    this.settings = settings;
    this.progress = progress;
    for (Side side : sides) {
      figures.put(side, new Figures());
      units.put(side, new LongAdder());
    }
  }

  /** Measures the sides, the first of which is JXC, and returns the report. */
  static Report run(Settings settings, Sides sides, PrintWriter progress) {
    return new Comparison(settings, sides.all(), progress).measured();
  }

  private Report measured() {
    warmUp();
    for (int run = 1; run <= settings.pace().runs(); run++) {
      StringBuilder line = new StringBuilder("run ").append(run).append(':');
      for (Side side : figures.keySet()) {
        line.append(' ').append(text(side, measure(side)));
      }
      say(line.toString());
    }
    figures.keySet().forEach(this::countStatements);
    List<String> wrong = new ArrayList<>();
    for (Side side : figures.keySet()) {
      check(side).forEach(fault -> wrong.add(side.name() + ": " + fault));
    }
    wrong.forEach(this::say);
    return Report.of(settings, List.copyOf(figures.values()), wrong.isEmpty());
  }

  private void warmUp() {
    Duration part = settings.pace().warmUp().dividedBy(WARM_PARTS);
    int callers = Math.max(settings.callers(), WARM_CALLERS);
    for (int i = 0; i < WARM_PARTS && !part.isZero(); i++) {
      for (Side side : figures.keySet()) {
        say("warm-up: " + text(side, during(side, callers, part)));
      }
    }
  }

  private Load.Run measure(Side side) {
    System.gc();
    Side.Written before = side.written();
    Load.Run run = during(side, settings.callers(), settings.pace().run());
    figures(side).add(run, side.written().since(before));
    return run;
  }

  private Load.Run during(Side side, int callers, Duration time) {
    BenchCase work = settings.work();
    LongAdder sold = sold(side);
    return Load.during(
        callers,
        time,
        nextSeed(callers),
        random -> {
          List<String> skus = work.draw(random, settings.goods());
          boolean accepted = work.send(side, skus);
          if (accepted) {
            sold.add(skus.size());
          }
          return accepted;
        });
  }

  private void countStatements(Side side) {
    try (Side.StatementMeter meter = side.meter()) {
      long before = meter.read();
      Load.Run counted = during(side, settings.callers(), settings.pace().counted());
      figures(side).statements(meter.read() - before, counted.done());
    }
  }

  /** Sells a product out where everybody wants the same, then holds the books against the sales. */
  private List<String> check(Side side) {
    long last = -1;
    BenchCase work = settings.work();
    if (work.hot()) {
      LongAdder sold = sold(side);
      Load.Run run =
          Load.untilRefused(
              settings.callers(),
              SELL_OUT,
              nextSeed(settings.callers()),
              random -> {
                List<String> skus = work.drawLast(random, settings.goods());
                boolean accepted = work.send(side, skus);
                if (accepted) {
                  sold.add(skus.size());
                }
                return accepted;
              });
      last = run.done();
    }
    return side.books().check(sold(side).sum(), last);
  }

  private long nextSeed(int callers) {
    seed += callers;
    return seed;
  }

  private Figures figures(Side side) {
    return figures.computeIfAbsent(side, absent -> new Figures());
  }

  private LongAdder sold(Side side) {
    return units.computeIfAbsent(side, absent -> new LongAdder());
  }

  private static String text(Side side, Load.Run run) {
    return String.format(
        Locale.ROOT,
        "%s %,.0f/s p50 %.2f p99 %.2f ms",
        side.name(),
        run.perSecond(),
        run.p50Ms(),
        run.p99Ms());
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
