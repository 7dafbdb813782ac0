package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.OrderContent;
import io.jxc.api.sales.OrderLine;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.partner.PartnerDocument;
import io.jxc.core.internal.pricing.DocumentTotals;
import io.jxc.core.internal.sales.SalesOrderDocument.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what was entered into an order: names, units, prices, warehouses and amounts of now. */
final class OrderWriter {
  /**
   * What an order says, with everything looked up.
   *
   * @param customer the customer
   * @param terms what was agreed besides the lines
   * @param totals the amounts
   * @param lastLine the highest line number ever used
   * @param lines the lines, by number
   */
  record Written(
      PartnerDocument customer,
      Terms terms,
      Totals totals,
      int lastLine,
      List<OrderLineDocument> lines) {}

  /** A line that was looked up and not yet computed. */
  private record Draft(
      int lineNo, OrderLine entered, Item item, Optional<String> warehouse, LocalDate dueOn) {}

  private final Context context;
  private final OrderContent content;
  private final Terms terms;
  private final Checks checks = new Checks();

  private OrderWriter(Context context, OrderContent content) {
    this.context = context;
    this.content = content;
    LocalDate orderedOn = content.orderedOn().orElseGet(context::today);
    this.terms =
        new Terms(
            orderedOn,
            content.dueOn().orElse(orderedOn),
            content.priceMode(),
            content.discount(),
            content.warehouse(),
            content.salesperson(),
            content.contact(),
            content.note());
  }

  /**
   * Writes a new order.
   *
   * @throws InvalidCommandException with every violation of every line
   * @throws RuleViolationException for a product that is not sold, or a total that cannot be
   */
  static Written write(View view, Context context, OrderContent content) {
    return new OrderWriter(context, content).write(view, 0, Set.of());
  }

  /** Writes an order anew whose line numbers were used up to {@code lastLine}. */
  static Written rewrite(
      View view, Context context, OrderContent content, int lastLine, Set<Integer> present) {
    return new OrderWriter(context, content).write(view, lastLine, present);
  }

  private Written write(View view, int lastLine, Set<Integer> present) {
    References found = References.of(view, content);
    Optional<PartnerDocument> customer = found.customer(checks, content.customer());
    List<Integer> numbers = numbers(lastLine, present);
    List<Draft> drafts = new ArrayList<>(content.lines().size());
    for (int i = 0; i < content.lines().size(); i++) {
      draft(i, numbers.get(i), found).ifPresent(drafts::add);
    }
    checkExpectedCurrency();
    checks.done();
    found.requireSellable(content.lines().stream().map(OrderLine::sku).toList());
    DocumentTotals totals =
        DocumentTotals.of(
            Items.terms(context, content.priceMode()),
            content.discount(),
            drafts.stream().map(d -> Items.priced(d.item(), d.entered().discount())).toList());
    requireExpected(totals);
    int highest = numbers.stream().mapToInt(n -> n).max().orElse(lastLine);
    return new Written(
        customer.orElseThrow(),
        terms,
        Totals.of(context.settings().currency(), totals),
        Math.max(lastLine, highest),
        lines(drafts, totals));
  }

  private Optional<Draft> draft(int index, int lineNo, References found) {
    OrderLine line = content.lines().get(index);
    String path = "lines[" + index + "]";
    Optional<ProductDocument> product = found.product(checks, path, line.sku());
    if (product.isEmpty()) {
      return Optional.empty();
    }
    Optional<Item> item = Items.ordered(checks, path, product.get(), line);
    Optional<String> warehouse =
        product.get().stocked()
            ? found.warehouse(checks, path, line.warehouse())
            : Optional.empty();
    LocalDate dueOn = line.dueOn().orElse(terms.dueOn());
    return item.map(known -> new Draft(lineNo, line, known, warehouse, dueOn));
  }

  /** Numbers given are kept; the others follow the highest one ever used. */
  private List<Integer> numbers(int lastLine, Set<Integer> present) {
    int next = lastLine;
    for (int i = 0; i < content.lines().size(); i++) {
      Optional<Integer> given = content.lines().get(i).lineNo();
      if (given.isPresent()) {
        next = Math.max(next, given.get());
        // a number that was given up is never used again
        checks.require(
            given.get() > lastLine || present.contains(given.get()),
            "lines[" + i + "].lineNo",
            ErrorCode.REFERENCE_UNKNOWN,
            "line",
            given.get().toString());
      }
    }
    List<Integer> numbers = new ArrayList<>(content.lines().size());
    for (OrderLine line : content.lines()) {
      numbers.add(line.lineNo().isPresent() ? line.lineNo().get() : ++next);
    }
    if (next > OrderLine.MAX_LINES) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "line numbers of an order",
          "found",
          Integer.toString(next),
          "limit",
          Integer.toString(OrderLine.MAX_LINES));
    }
    return numbers;
  }

  private void checkExpectedCurrency() {
    String currency = context.settings().currency();
    content
        .expectedTotal()
        .ifPresent(
            expected ->
                checks.require(
                    expected.currency().equals(currency),
                    "expectedTotal",
                    ErrorCode.CURRENCY_MIXED,
                    currency,
                    expected.currency()));
  }

  private void requireExpected(DocumentTotals totals) {
    if (content.expectedTotal().isPresent()
        && content.expectedTotal().get().amount().compareTo(totals.total()) != 0) {
      throw RuleViolationException.of(
          ErrorCode.TOTAL_DIFFERS,
          "expected",
          content.expectedTotal().get().amount().toPlainString(),
          "found",
          totals.total().toPlainString());
    }
  }

  private static List<OrderLineDocument> lines(List<Draft> drafts, DocumentTotals totals) {
    List<OrderLineDocument> lines = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      lines.add(
          new OrderLineDocument(
              draft.lineNo(),
              draft.item(),
              draft.entered().discount(),
              draft.warehouse(),
              draft.dueOn(),
              Amounts.of(totals.lines().get(i)),
              Quantity.ZERO,
              Quantity.ZERO,
              BigDecimal.ZERO,
              BigDecimal.ZERO));
    }
    lines.sort(Comparator.comparingInt(OrderLineDocument::lineNo));
    return lines;
  }

  /** Returns the numbers of lines. */
  static Set<Integer> numbersOf(List<OrderLineDocument> lines) {
    Set<Integer> numbers = new HashSet<>();
    lines.forEach(line -> numbers.add(line.lineNo()));
    return numbers;
  }
}
