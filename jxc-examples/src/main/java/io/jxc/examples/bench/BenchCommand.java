package io.jxc.examples.bench;

import io.jxc.api.error.JxcException;
import io.jxc.spi.store.Durability;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures JXC and the same work written by hand, in turn, on a store of your choice. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures JXC and the same work written by hand, in turn.",
      "Prints one JSON line at the end. Leaves its tenants behind: use a database of its own."
    })
public final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--case",
      required = true,
      description =
          "order-uniform, order-hot, order-single, reserve-hot, reserve-two-nodes, mixed-bulk,"
              + " growth or insert-limit")
  private String work = "";

  @Option(
      names = "--store",
      defaultValue = "memory",
      description = "memory, h2:FOLDER or jdbc:URL; ${DEFAULT-VALUE} unless told")
  private String store = "memory";

  @Option(names = "--user", description = "user of the database")
  private Optional<String> user = Optional.empty();

  @Option(names = "--password", description = "password of the database")
  private Optional<String> password = Optional.empty();

  @Option(
      names = "--durability",
      defaultValue = "power-loss",
      description =
          "what a commit on H2 survives, on both sides: power-loss (every commit synced)"
              + " or process-crash (WRITE_DELAY=0); ${DEFAULT-VALUE} unless told")
  private String durability = "power-loss";

  @Option(
      names = "--callers",
      description = "callers at once, 1 to 1024; the case says unless told")
  private Optional<Integer> callers = Optional.empty();

  @Option(
      names = "--products",
      defaultValue = "10000",
      description = "how many products are sold; ${DEFAULT-VALUE} unless told")
  private int products = 10_000;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "length of a run; ${DEFAULT-VALUE} unless told")
  private int seconds = 10;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description = "runs of each side, medians are told; ${DEFAULT-VALUE} unless told")
  private int runs = 5;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "seconds of each side that do not count; ${DEFAULT-VALUE} unless told")
  private int warmUp = 20;

  @Option(
      names = "--naive-connections",
      defaultValue = "16",
      description = "pool of the hand-written side; ${DEFAULT-VALUE} unless told")
  private int naiveConnections = 16;

  @Option(
      names = "--naive-stock",
      defaultValue = Settings.ByHand.FIRST,
      description =
          "when the hand-written side moves stock in its transaction: first (a refusal has written"
              + " nothing) or last (hot rows are locked shorter); ${DEFAULT-VALUE} unless told")
  private String naiveStock = Settings.ByHand.FIRST;

  @Option(
      names = "--delay-ms",
      defaultValue = "0",
      description = "a proxy adds so much to each round trip to a server, 0 to 1000")
  private int delayMs;

  @Option(
      names = "--rows",
      defaultValue = "5000000",
      description = "journal rows that growth fills in; ${DEFAULT-VALUE} unless told")
  private int rows = 5_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** For the command line. */
  public BenchCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Settings settings = settings();
      try (Sides sides = Sides.open(settings)) {
        Report report =
            switch (settings.work()) {
              case RESERVE_TWO_NODES -> TwoNodes.run(settings, sides, err);
              case MIXED_BULK -> MixedBulk.run(settings, sides, err);
              case GROWTH -> Growth.run(settings, sides, err);
              case INSERT_LIMIT -> InsertLimit.run(settings, sides, err);
              default -> Comparison.run(settings, sides, err);
            };
        spec.commandLine().getOut().println(report.json());
        return report.whole() ? 0 : 1;
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (JxcException | IllegalStateException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private Settings settings() {
    BenchCase chosen = BenchCase.of(work);
    return new Settings(
        chosen,
        store,
        user,
        password,
        durability(),
        bounded("--callers", callers.orElse(chosen.callers()), 1, 1024),
        new Goods(products),
        new Settings.Pace(
            Duration.ofSeconds(bounded("--warm-up", warmUp, 0, 3_600)),
            Duration.ofSeconds(bounded("--seconds", seconds, 1, 3_600)),
            bounded("--runs", runs, 1, 1_000)),
        Settings.ByHand.of(bounded("--naive-connections", naiveConnections, 1, 512), naiveStock),
        Duration.ofMillis(bounded("--delay-ms", delayMs, 0, 1_000)),
        bounded("--rows", rows, 1, Integer.MAX_VALUE));
  }

  private Durability durability() {
    return switch (durability) {
      case "power-loss" -> Durability.POWER_LOSS;
      case "process-crash" -> Durability.PROCESS_CRASH;
      default ->
          throw new IllegalArgumentException(
              "--durability is power-loss or process-crash, found '" + durability + "'");
    };
  }

  private static int bounded(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " takes " + least + ".." + most + ", found " + value);
    }
    return value;
  }
}
