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

/**
 * The line at the end.
 *
 * @param settings what was measured
 * @param sides figures of JXC, and of the hand-written side where there is one
 * @param exact whether the books of all sides are whole
 */
record Report(Settings settings, List<Figures> sides, boolean exact) {
  /** Returns the line; what was not measured is null. */
  String json() {
    Figures jxc = sides.get(0);
    Optional<Figures> naive = sides.stream().skip(1).findFirst();
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("case", settings.work().label());
    line.put("store", settings.store().replaceAll("[?;].*", ""));
    line.put("callers", settings.callers());
    line.put("jxcPerSecond", rounded(jxc.perSecond()));
    line.put("naivePerSecond", of(naive.map(Figures::perSecond)));
    line.put("ratio", of(naive.map(other -> jxc.perSecond() / other.perSecond())));
    line.put("jxcP50Ms", rounded(jxc.p50Ms()));
    line.put("jxcP99Ms", rounded(jxc.p99Ms()));
    line.put("naiveP50Ms", of(naive.map(Figures::p50Ms)));
    line.put("naiveP99Ms", of(naive.map(Figures::p99Ms)));
    line.put("p50Ratio", of(naive.map(other -> jxc.p50Ms() / other.p50Ms())));
    line.put("p99Ratio", of(naive.map(other -> jxc.p99Ms() / other.p99Ms())));
    line.put("exact", exact);
    line.put("statementsPerCommand", rounded(jxc.statementsPerCommand()));
    line.put("rowsPerCommand", rounded(jxc.rowsPerCommand()));
    line.put("averageBatch", rounded(jxc.averageBatch()));
    line.put("naiveStatementsPerCommand", of(naive.map(Figures::statementsPerCommand)));
    line.put("naiveRowsPerCommand", of(naive.map(Figures::rowsPerCommand)));
    return write(line);
  }

  static String write(Map<String, @Nullable Object> line) {
    try {
      return JsonMapper.builder().build().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("write " + line, e);
    }
  }

  private static @Nullable Object of(Optional<Double> figure) {
    return figure.<Object>map(Report::rounded).orElse(null);
  }

  /** Four digits are more than such figures are worth. */
  static BigDecimal rounded(double figure) {
    BigDecimal exact = BigDecimal.valueOf(Double.isFinite(figure) ? figure : 0);
    BigDecimal rounded = exact.round(new MathContext(4));
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
