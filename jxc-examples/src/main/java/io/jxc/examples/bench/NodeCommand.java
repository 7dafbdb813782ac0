package io.jxc.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One process of several on one database. It is started by the bench, reads on its standard input
 * when to send commands, and answers what came of it; the end of the input ends it.
 */
@Command(
    name = "bench-node",
    hidden = true,
    description = "A process of bench --case reserve-two-nodes, which starts it.")
public final class NodeCommand implements Callable<Integer> {
  static final String READY = "ready";

  @Option(names = "--side", required = true)
  private String side = "";

  @Option(names = "--tenant", required = true)
  private String tenant = "";

  @Option(names = "--store", required = true)
  private String store = "";

  @Option(names = "--user")
  private Optional<String> user = Optional.empty();

  @Option(names = "--password")
  private Optional<String> password = Optional.empty();

  @Option(names = "--naive-connections")
  private int naiveConnections = 16;

  @Option(names = "--naive-stock")
  private String naiveStock = Settings.ByHand.FIRST;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** For the command line. */
  public NodeCommand() {}

  /**
   * What a node is told to do.
   *
   * @param callers callers at once
   * @param time how long
   * @param last whether the last units of a product are wanted until there are none
   */
  record Order(int callers, Duration time, boolean last) {
    String text() {
      return callers + " " + time.toMillis() + " " + last;
    }

    static Order read(String text) {
      String[] parts = text.split(" ", -1);
      return new Order(
          Integer.parseInt(parts[0]),
          Duration.ofMillis(Long.parseLong(parts[1])),
          Boolean.parseBoolean(parts[2]));
    }
  }

  /**
   * What a node has done.
   *
   * @param run what came of its commands
   * @param written what it has written for them
   */
  record Answer(Load.Run run, Side.Written written) {
    String text() {
      return String.format(
          Locale.ROOT,
          "%d %d %.3f %.3f %.3f %d %d",
          run.done(),
          run.refused(),
          run.perSecond(),
          run.p50Ms(),
          run.p99Ms(),
          written.commits(),
          written.rows());
    }

    static Answer read(String text) {
      String[] parts = text.split(" ", -1);
      return new Answer(
          new Load.Run(
              Long.parseLong(parts[0]),
              Long.parseLong(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3]),
              Double.parseDouble(parts[4])),
          new Side.Written(Long.parseLong(parts[5]), Long.parseLong(parts[6])));
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Sides.Place place =
        new Sides.Place(store, user, password, Settings.ByHand.of(naiveConnections, naiveStock));
    try (Side opened = Sides.join(place, side, tenant);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      say(out, READY);
      String line = in.readLine();
      while (line != null) {
        say(out, answer(opened, Order.read(line)).text());
        line = in.readLine();
      }
    }
    return 0;
  }

  private static Answer answer(Side side, Order order) {
    Side.Written before = side.written();
    Load.Run run = run(side, order);
    return new Answer(run, side.written().since(before));
  }

  private static Load.Run run(Side side, Order order) {
    long seed = new SplittableRandom().nextLong();
    return order.last()
        ? Load.untilRefused(order.callers(), order.time(), seed, random -> side.reserve(Goods.LAST))
        : Load.during(order.callers(), order.time(), seed, random -> side.reserve(Goods.HOT));
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
