package io.jxc.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured of one side. */
final class Figures {
  private final List<Load.Run> runs = new ArrayList<>();
  private Side.Written written = new Side.Written(0, 0);
  private long done;
  private double statementsPerCommand;

  /** Notes a run and what was written in it. */
  void add(Load.Run run, Side.Written part) {
    runs.add(run);
    done += run.done();
    written = new Side.Written(written.commits() + part.commits(), written.rows() + part.rows());
  }

  /** Notes how many statements were executed for some commands. */
  void statements(long statements, long commands) {
    statementsPerCommand = commands == 0 ? 0 : (double) statements / commands;
  }

  double perSecond() {
    return median(Load.Run::perSecond);
  }

  double p50Ms() {
    return median(Load.Run::p50Ms);
  }

  double p99Ms() {
    return median(Load.Run::p99Ms);
  }

  double statementsPerCommand() {
    return statementsPerCommand;
  }

  double rowsPerCommand() {
    return done == 0 ? 0 : (double) written.rows() / done;
  }

  double averageBatch() {
    return written.commits() == 0 ? 0 : (double) done / written.commits();
  }

  private double median(ToDoubleFunction<Load.Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
