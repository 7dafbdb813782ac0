package io.jxc.examples.replay;

import io.jxc.Jxc;
import io.jxc.api.error.JxcException;
import io.jxc.examples.Stores;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  @Override
  public Integer call() {
    if (threads < 1 || threads > 64) {
      System.err.println("--threads takes 1..64, found " + threads);
      return 2;
    }
    try {
      run(System.out);
      return 0;
    } catch (JxcException | RetailReader.BrokenFileException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private void run(PrintStream out) {
    long start = System.nanoTime();
    try (Rejects rejects = new Rejects(rejectsFile)) {
      List<RetailLine> lines = new ArrayList<>();
      RetailReader reader = new RetailReader(rejects);
      files.forEach(file -> lines.addAll(reader.read(file)));
      List<TradePlan.Month> months = TradePlan.of(lines);
      try (Jxc jxc = Jxc.builder().store(Stores.open(store, user, password)).build()) {
        trade(jxc, rejects, months, lines.size());
        Figures figures = Figures.read(jxc);
        stockCsv.ifPresent(figures::writeStock);
        if (rejects.count() > 0) {
          System.err.println(rejects.count() + " lines were rejected, see " + rejectsFile);
        }
        out.println(figures.json((System.nanoTime() - start) / 1e9));
      }
    }
  }

  private void trade(Jxc jxc, Rejects rejects, List<TradePlan.Month> months, int lines) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName("replay")
            .setInitialMax(lines)
            .setUpdateIntervalMillis(500);
    try (ProgressBar shown = bar.build();
        Trader trader = new Trader(jxc, rejects, threads, shown::stepBy)) {
      for (TradePlan.Month month : months) {
        shown.setExtraMessage(month.month().toString());
        trader.trade(month);
      }
    }
  }
}
