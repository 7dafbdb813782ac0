package io.jxc.examples.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line at the end. Not thread-safe. */
final class Report {
  private final Map<String, @Nullable Object> line = new LinkedHashMap<>();
  private final boolean exact;

  /**
   * Starts the line.
   *
   * @param exact whether all books are whole
   */
  Report(Settings settings, boolean exact) {
    this.exact = exact;
    line.put("case", settings.work().label());
    line.put("store", settings.store().replaceAll("[?;].*", ""));
    line.put("callers", settings.callers());
    if (settings.work().compared()) {
      line.put("naiveStock", settings.byHand().stock());
    }
    if (!settings.delay().isZero()) {
      line.put("delayMs", settings.delay().toMillis());
    }
  }

  /**
   * The line of two sides.
   *
   * @param sides figures of JXC, and of the hand-written side where there is one
   */
  static Report of(Settings settings, List<Figures> sides, boolean exact) {
    Figures jxc = sides.get(0);
    Optional<Figures> naive = sides.stream().skip(1).findFirst();
    return new Report(settings, exact)
        .put("jxcPerSecond", jxc.perSecond())
        .put("naivePerSecond", naive.map(Figures::perSecond))
        .put("ratio", naive.map(other -> jxc.perSecond() / other.perSecond()))
        .put("jxcP50Ms", jxc.p50Ms())
        .put("jxcP99Ms", jxc.p99Ms())
        .put("naiveP50Ms", naive.map(Figures::p50Ms))
        .put("naiveP99Ms", naive.map(Figures::p99Ms))
        .put("p50Ratio", naive.map(other -> jxc.p50Ms() / other.p50Ms()))
        .put("p99Ratio", naive.map(other -> jxc.p99Ms() / other.p99Ms()))
        .exact()
        .put("statementsPerCommand", jxc.statementsPerCommand())
        .put("rowsPerCommand", jxc.rowsPerCommand())
        .put("averageBatch", jxc.averageBatch())
        .put("naiveStatementsPerCommand", naive.map(Figures::statementsPerCommand))
        .put("naiveRowsPerCommand", naive.map(Figures::rowsPerCommand));
  }

  /** Adds a figure. */
  Report put(String name, double figure) {
    line.put(name, rounded(figure));
    return this;
  }

  /** Adds a whole number. */
  Report put(String name, long figure) {
    line.put(name, figure);
    return this;
  }

  /** Adds a figure, or null where it was not measured. */
  Report put(String name, Optional<Double> figure) {
    line.put(name, figure.map(Report::rounded).orElse(null));
    return this;
  }

  /** Adds several figures. */
  Report put(String name, List<Double> figures) {
    line.put(name, figures.stream().map(Report::rounded).toList());
    return this;
  }

  /** Adds whether all books are whole. */
  Report exact() {
    line.put("exact", exact);
    return this;
  }

  /** Tells whether all books are whole. */
  boolean whole() {
    return exact;
  }

  /** Returns the line. */
  String json() {
    try {
      return JsonMapper.builder().build().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("write " + line, e);
    }
  }

  /** Four digits are more than such figures are worth. */
  private static BigDecimal rounded(double figure) {
    BigDecimal exact = BigDecimal.valueOf(Double.isFinite(figure) ? figure : 0);
    BigDecimal rounded = exact.round(new MathContext(4));
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
