package io.jxc.examples.replay;

import io.jxc.Jxc;
import io.jxc.api.error.JxcException;
import io.jxc.examples.Stores;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trades real invoices on a store of your choice and tells what came of it. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Trades online-retail CSV files through the public API.")
public final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--in", required = true, arity = "1..*", description = "CSV files, plain or .gz")
  private List<Path> files = List.of();

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
      names = "--threads",
      defaultValue = "1",
      description = "callers at once, 1 to 64; months stay a barrier")
  private int threads = 1;

  @Option(names = "--stock-csv", description = "writes sku,on_hand,value of all traded codes")
  private Optional<Path> stockCsv = Optional.empty();

  @Option(
      names = "--rejects",
      defaultValue = "rejects.csv",
      description = "where malformed lines go; ${DEFAULT-VALUE} unless told")
  private Path rejectsFile = Path.of("rejects.csv");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final LongConsumer watch;

  /** A command that shows its progress on stderr. */
  public ReplayCommand() {
    this(lines -> {});
  }

  /**
   * A command that is watched.
   *
   * @param watch hears of zero lines when a month begins, and of each run of lines when it is
   *     traded; from several threads
   */
  ReplayCommand(LongConsumer watch) {
    this.watch = watch;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (threads < 1 || threads > 64) {
      err.println("--threads takes 1..64, found " + threads);
      return 2;
    }
    try {
      run(spec.commandLine().getOut(), err);
      return 0;
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + ": " + e.getCause());
      return 1;
    } catch (JxcException | RetailReader.BrokenFileException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private void run(PrintWriter out, PrintWriter err) {
    long start = System.nanoTime();
    List<RetailLine> lines = read(err);
    List<TradePlan.Month> months = TradePlan.of(lines);
    try (Jxc jxc = Jxc.builder().store(Stores.open(store, user, password)).build()) {
      trade(jxc, months, lines.size());
      Figures figures = Figures.read(jxc);
      stockCsv.ifPresent(figures::writeStock);
      out.println(figures.json((System.nanoTime() - start) / 1e9));
    }
  }

  private List<RetailLine> read(PrintWriter err) {
    List<RetailLine> lines = new ArrayList<>();
    try (Rejects rejects = new Rejects(rejectsFile)) {
      RetailReader reader = new RetailReader(rejects);
      files.forEach(file -> lines.addAll(reader.read(file)));
      if (rejects.count() > 0) {
        err.println(rejects.count() + " lines were rejected, see " + rejectsFile);
      }
    }
    return lines;
  }

  private void trade(Jxc jxc, List<TradePlan.Month> months, int lines) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName("replay")
            .setInitialMax(lines)
            .setUpdateIntervalMillis(500);
    try (ProgressBar shown = bar.build();
        Trader trader =
            new Trader(
                jxc,
                threads,
                traded -> {
                  shown.stepBy(traded);
                  watch.accept(traded);
                })) {
      for (TradePlan.Month month : months) {
        shown.setExtraMessage(month.month().toString());
        watch.accept(0);
        trader.trade(month);
      }
    }
  }
}
