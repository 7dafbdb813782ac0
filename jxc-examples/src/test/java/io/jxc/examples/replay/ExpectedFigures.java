package io.jxc.examples.replay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must come of retail lines, by plain arithmetic: a second opinion on the library's. */
final class ExpectedFigures {
  private static final BigDecimal PENNY = new BigDecimal("0.01");
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final TreeMap<String, BigDecimal> units = new TreeMap<>();
  private final Map<String, BigDecimal> values = new LinkedHashMap<>();
  private final Map<String, BigDecimal> last = new LinkedHashMap<>();
  private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
  private final Set<String> orders = new HashSet<>();
  private final Set<String> returns = new HashSet<>();

  /** Trades the lines. */
  ExpectedFigures(List<RetailData.Line> lines) {
    TreeMap<YearMonth, List<RetailData.Line>> months = new TreeMap<>();
    for (RetailData.Line line : lines) {
      months.computeIfAbsent(YearMonth.from(line.at()), m -> new ArrayList<>()).add(line);
    }
    months.values().forEach(this::month);
  }

  private void month(List<RetailData.Line> lines) {
    Map<String, BigDecimal> needs = new LinkedHashMap<>();
    for (RetailData.Line line : lines) {
      if (!line.isFee() && !line.isReturn()) {
        BigDecimal quantity = BigDecimal.valueOf(Math.abs(line.quantity()));
        needs.merge(line.code(), quantity, BigDecimal::add);
      }
    }
    needs.forEach(
        (code, quantity) -> {
          in(code, quantity, quantity.multiply(cost(code, lines)));
          add("purchasedUnits", quantity);
        });
    Map<String, LocalDateTime> starts = new LinkedHashMap<>();
    lines.forEach(line -> starts.merge(line.invoice(), line.at(), (a, b) -> a.isBefore(b) ? a : b));
    // Sorting keeps the order of an invoice's lines.
    lines.stream()
        .sorted(
            Comparator.comparing((RetailData.Line line) -> starts.get(line.invoice()))
                .thenComparing(RetailData.Line::invoice)
                .thenComparing(line -> line.quantity() < 0))
        .forEach(this::line);
  }

  private static BigDecimal cost(String code, List<RetailData.Line> lines) {
    List<BigDecimal> prices =
        lines.stream()
            .filter(line -> line.code().equals(code) && line.price().signum() > 0)
            .map(RetailData.Line::price)
            .sorted()
            .toList();
    if (prices.isEmpty()) {
      return PENNY;
    }
    BigDecimal lower = prices.get((prices.size() - 1) / 2);
    BigDecimal upper = prices.get(prices.size() / 2);
    return lower
        .add(upper)
        .multiply(new BigDecimal("0.3"))
        .setScale(2, RoundingMode.HALF_UP)
        .max(PENNY);
  }

  private void line(RetailData.Line line) {
    BigDecimal quantity = BigDecimal.valueOf(Math.abs(line.quantity()));
    BigDecimal amount = quantity.multiply(line.price());
    if (line.isReturn()) {
      returns.add(line.invoice());
      add("refunds", amount);
      if (!line.isFee()) {
        add("returnedUnits", quantity);
        in(line.code(), quantity, quantity.multiply(average(line.code())));
      }
    } else if (line.quantity() < 0) {
      add("writeOffs", BigDecimal.ONE);
      add("writtenOffUnits", quantity);
      out(line.code(), quantity);
    } else {
      orders.add(line.invoice());
      add("saleLines", BigDecimal.ONE);
      add("revenue", amount);
      if (!line.isFee()) {
        add("soldUnits", quantity);
        add("cogs", out(line.code(), quantity));
      }
    }
  }

  private BigDecimal average(String code) {
    BigDecimal onHand = units.getOrDefault(code, BigDecimal.ZERO);
    return onHand.signum() == 0
        ? last.getOrDefault(code, PENNY)
        : values.get(code).divide(onHand, EXACT);
  }

  private void in(String code, BigDecimal quantity, BigDecimal value) {
    units.merge(code, quantity, BigDecimal::add);
    values.merge(code, value, BigDecimal::add);
    add("movements", BigDecimal.ONE);
  }

  private BigDecimal out(String code, BigDecimal quantity) {
    BigDecimal average = average(code);
    BigDecimal cost = average.multiply(quantity, EXACT);
    last.put(code, average);
    units.merge(code, quantity.negate(), BigDecimal::add);
    values.merge(code, cost.negate(), BigDecimal::add);
    add("movements", BigDecimal.ONE);
    return cost;
  }

  private void add(String figure, BigDecimal amount) {
    sums.merge(figure, amount, BigDecimal::add);
  }

  /** Returns the figures that do not depend on how averages are rounded. */
  Map<String, BigDecimal> exact() {
    Map<String, BigDecimal> exact = new LinkedHashMap<>(sums);
    exact.remove("cogs");
    exact.put("orders", BigDecimal.valueOf(orders.size()));
    exact.put("returns", BigDecimal.valueOf(returns.size()));
    exact.put("skus", BigDecimal.valueOf(units.size()));
    exact.put("onHandUnits", units.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    return exact;
  }

  /** Returns the cost of what was sold. */
  BigDecimal cogs() {
    return sums.get("cogs");
  }

  /** Returns the value of what is left. */
  BigDecimal stockValue() {
    return values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns units on hand of every code that was traded, in the order of codes. */
  Map<String, BigDecimal> onHand() {
    return units;
  }
}
