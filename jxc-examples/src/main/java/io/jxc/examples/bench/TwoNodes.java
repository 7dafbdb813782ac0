package io.jxc.examples.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two processes of JXC, and two of the hand-written side, on one server and one product. */
final class TwoNodes {
  private static final int NODES = 2;
  private static final int WARM_PARTS = 2;
  private static final Duration SELL_OUT = Duration.ofMinutes(2);

  private final Settings settings;
  private final PrintWriter progress;

  private TwoNodes(Settings settings, PrintWriter progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The two nodes of a side, and what they have done. */
  private static final class Pair implements AutoCloseable {
    private final Side books;
    private final Nodes nodes;
    private final List<Figures> each = List.of(new Figures(), new Figures());
    private final Figures both = new Figures();
    private long units;

    Pair(Side books, Nodes nodes) {
      this.books = books;
      this.nodes = nodes;
    }

    List<NodeCommand.Answer> run(NodeCommand.Order order) {
      List<NodeCommand.Answer> answers = nodes.run(order);
      units += sum(answers).run().done();
      return answers;
    }

    /** Lets both work, and keeps what came of it. */
    Load.Run measure(NodeCommand.Order order) {
      List<NodeCommand.Answer> answers = run(order);
      for (int i = 0; i < NODES; i++) {
        each.get(i).add(answers.get(i).run(), answers.get(i).written());
      }
      NodeCommand.Answer sum = sum(answers);
      both.add(sum.run(), sum.written());
      return sum.run();
    }

    /** Counts the statements of a run of its own. */
    void countStatements(NodeCommand.Order order) {
      try (Side.StatementMeter meter = books.meter()) {
        long before = meter.read();
        long done = sum(run(order)).run().done();
        both.statements(meter.read() - before, done);
      }
    }

    List<Double> rates() {
      return each.stream().map(Figures::perSecond).toList();
    }

    double slowestToFastest() {
      double fastest = rates().stream().mapToDouble(rate -> rate).max().orElse(0);
      return rates().stream().mapToDouble(rate -> rate).min().orElse(0) / fastest;
    }

    @Override
    public void close() {
      nodes.close();
    }
  }

  /** The rates add up; an answer took as long as at the slower node. */
  private static NodeCommand.Answer sum(List<NodeCommand.Answer> answers) {
    List<Load.Run> runs = answers.stream().map(NodeCommand.Answer::run).toList();
    List<Side.Written> written = answers.stream().map(NodeCommand.Answer::written).toList();
    return new NodeCommand.Answer(
        new Load.Run(
            runs.stream().mapToLong(Load.Run::done).sum(),
            runs.stream().mapToLong(Load.Run::refused).sum(),
            runs.stream().mapToDouble(Load.Run::perSecond).sum(),
            runs.stream().mapToDouble(Load.Run::p50Ms).max().orElse(0),
            runs.stream().mapToDouble(Load.Run::p99Ms).max().orElse(0)),
        new Side.Written(
            written.stream().mapToLong(Side.Written::commits).sum(),
            written.stream().mapToLong(Side.Written::rows).sum()));
  }

  /** Measures the sides, the first of which is JXC, and returns the report. */
  static Report run(Settings settings, Sides sides, PrintWriter progress) {
    TwoNodes bench = new TwoNodes(settings, progress);
    Side jxc = sides.all().get(0);
    Side naive = sides.all().get(1);
    try (Pair one = new Pair(jxc, bench.nodes(jxc, sides));
        Pair other = new Pair(naive, bench.nodes(naive, sides))) {
      return bench.measure(one, other);
    }
  }

  private Nodes nodes(Side side, Sides sides) {
    List<String> arguments = new ArrayList<>();
    arguments.add("bench-node");
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--side", side.name());
    options.put("--tenant", side.tenant());
    options.put("--store", sides.address());
    settings.user().ifPresent(user -> options.put("--user", user));
    settings.password().ifPresent(password -> options.put("--password", password));
    options.put("--naive-connections", Integer.toString(settings.byHand().connections()));
    options.put("--naive-stock", settings.byHand().stock());
    options.forEach(
        (name, value) -> {
          arguments.add(name);
          arguments.add(value);
        });
    return new Nodes(NODES, arguments);
  }

  private Report measure(Pair jxc, Pair naive) {
    List<Pair> pairs = List.of(jxc, naive);
    Duration part = settings.pace().warmUp().dividedBy(WARM_PARTS);
    for (int i = 0; i < WARM_PARTS && !part.isZero(); i++) {
      for (Pair pair : pairs) {
        say("warm-up: " + text(pair, sum(pair.run(order(part, false))).run()));
      }
    }
    for (int run = 1; run <= settings.pace().runs(); run++) {
      for (Pair pair : pairs) {
        Load.Run both = pair.measure(order(settings.pace().run(), false));
        say("run " + run + ": " + text(pair, both) + " nodes " + pair.rates());
      }
    }
    List<String> wrong = new ArrayList<>();
    for (Pair pair : pairs) {
      pair.countStatements(order(settings.pace().counted(), false));
      long last = sum(pair.run(order(SELL_OUT, true))).run().done();
      for (String fault : pair.books.books().check(pair.units, last)) {
        wrong.add(pair.books.name() + ": " + fault);
      }
    }
    wrong.forEach(this::say);
    return Report.of(settings, List.of(jxc.both, naive.both), wrong.isEmpty())
        .put("jxcNodesPerSecond", jxc.rates())
        .put("naiveNodesPerSecond", naive.rates())
        .put("slowestToFastest", jxc.slowestToFastest());
  }

  private NodeCommand.Order order(Duration time, boolean last) {
    return new NodeCommand.Order(settings.callers(), time, last);
  }

  private static String text(Pair pair, Load.Run run) {
    return String.format(
        Locale.ROOT,
        "%s %,.0f/s p50 %.2f p99 %.2f ms",
        pair.books.name(),
        run.perSecond(),
        run.p50Ms(),
        run.p99Ms());
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
