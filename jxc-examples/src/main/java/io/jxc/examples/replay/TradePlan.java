package io.jxc.examples.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Months in order, each with what must be bought for it and its invoices in order. */
final class TradePlan {
  private static final BigDecimal LEAST_COST = new BigDecimal("0.01");
  private static final BigDecimal SHARE = new BigDecimal("0.6");

  /**
   * An invoice.
   *
   * @param number its number
   * @param at its earliest line
   * @param lines its lines, in the order of the data
   */
  record Invoice(String number, LocalDateTime at, List<RetailLine> lines) {
    boolean isReturn() {
      return number.startsWith("C");
    }
  }

  /**
   * What is bought of a code for a month.
   *
   * @param sku stock code
   * @param quantity as much as will be sold and written off
   * @param cost cost of one
   */
  record Need(String sku, BigDecimal quantity, BigDecimal cost) {}

  /**
   * A month.
   *
   * @param month which; an invoice belongs to that of its earliest line
   * @param needs what is bought, in the order in which the codes appear
   * @param invoices in order of time and number
   */
  record Month(YearMonth month, List<Need> needs, List<Invoice> invoices) {
    List<RetailLine> lines() {
      return invoices.stream().flatMap(invoice -> invoice.lines().stream()).toList();
    }
  }

  private TradePlan() {}

  /** Sorts lines into months and invoices. */
  static List<Month> of(Collection<RetailLine> lines) {
    TreeMap<YearMonth, List<Invoice>> months = new TreeMap<>();
    for (Invoice invoice : invoices(lines)) {
      YearMonth month = YearMonth.from(invoice.at());
      months.computeIfAbsent(month, m -> new ArrayList<>()).add(invoice);
    }
    return months.entrySet().stream()
        .map(month -> new Month(month.getKey(), needs(month.getValue()), month.getValue()))
        .toList();
  }

  private static List<Invoice> invoices(Collection<RetailLine> lines) {
    Map<String, List<RetailLine>> byNumber = new LinkedHashMap<>();
    lines.forEach(
        line -> byNumber.computeIfAbsent(line.invoice(), n -> new ArrayList<>()).add(line));
    List<Invoice> invoices = new ArrayList<>();
    byNumber.forEach(
        (number, some) -> {
          LocalDateTime first =
              some.stream().map(RetailLine::at).min(Comparator.naturalOrder()).orElseThrow();
          invoices.add(new Invoice(number, first, List.copyOf(some)));
        });
    invoices.sort(Comparator.comparing(Invoice::at).thenComparing(Invoice::number));
    return invoices;
  }

  private static List<Need> needs(List<Invoice> invoices) {
    Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    Map<String, List<BigDecimal>> prices = new HashMap<>();
    for (RetailLine line : invoices.stream().flatMap(i -> i.lines().stream()).toList()) {
      if (line.isFee()) {
        continue;
      }
      if (!line.isReturn()) {
        quantities.merge(line.sku(), line.quantity().abs(), BigDecimal::add);
      }
      if (line.price().signum() > 0) {
        prices.computeIfAbsent(line.sku(), s -> new ArrayList<>()).add(line.price());
      }
    }
    List<Need> needs = new ArrayList<>();
    quantities.forEach(
        (sku, quantity) ->
            needs.add(new Need(sku, quantity, cost(prices.getOrDefault(sku, List.of())))));
    return needs;
  }

  /** 0.6 of the median price, half-up to pence, at least one penny. */
  private static BigDecimal cost(List<BigDecimal> prices) {
    if (prices.isEmpty()) {
      return LEAST_COST;
    }
    List<BigDecimal> sorted = prices.stream().sorted().toList();
    int middle = sorted.size() / 2;
    BigDecimal median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : sorted.get(middle - 1).add(sorted.get(middle)).divide(new BigDecimal(2));
    return SHARE.multiply(median).setScale(2, RoundingMode.HALF_UP).max(LEAST_COST);
  }
}
