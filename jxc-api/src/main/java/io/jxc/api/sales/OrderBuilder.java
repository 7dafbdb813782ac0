package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.RequestIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Collects the content of an order; the builders of {@link DraftOrder}, {@link PlaceOrder}, {@link
 * QuickSale} and {@link UpdateOrder} share it. Prices contain the tax unless told. Not thread-safe.
 *
 * @param <B> the builder's own type
 */
public abstract sealed class OrderBuilder<B extends OrderBuilder<B>>
    permits DraftOrder.Builder, PlaceOrder.Builder, QuickSale.Builder, UpdateOrder.Builder {
  private final String customer;
  private final List<OrderLine> lines = new ArrayList<>();
  private final Checks checks = new Checks();
  private String requestId = RequestIds.next();
  private Optional<String> warehouse = Optional.empty();
  private PriceMode priceMode = PriceMode.TAX_INCLUSIVE;
  private Optional<Discount> discount = Optional.empty();
  private Optional<LocalDate> orderedOn = Optional.empty();
  private Optional<LocalDate> dueOn = Optional.empty();
  private Optional<String> salesperson = Optional.empty();
  private Optional<String> contact = Optional.empty();
  private Optional<String> note = Optional.empty();
  private Optional<Money> expectedTotal = Optional.empty();
  private int added;

  OrderBuilder(String customer) {
    this.customer = customer;
  }

  abstract B self();

  /** Names the request, to repeat it safely. */
  public B requestId(String id) {
    requestId = id;
    return self();
  }

  /** Takes the goods from this warehouse unless a line says otherwise. */
  public B warehouse(String code) {
    warehouse = Optional.of(code);
    return self();
  }

  /** Says whether prices contain the tax. */
  public B priceMode(PriceMode mode) {
    priceMode = mode;
    return self();
  }

  /** Gives a discount on the whole document (整单折扣). */
  public B discount(Discount given) {
    discount = Optional.of(given);
    return self();
  }

  /** Sets the business date. */
  public B orderedOn(LocalDate date) {
    orderedOn = Optional.of(date);
    return self();
  }

  /** Sets when the goods are wanted. */
  public B dueOn(LocalDate date) {
    dueOn = Optional.of(date);
    return self();
  }

  /** Names the person in charge. */
  public B salesperson(String code) {
    salesperson = Optional.of(code);
    return self();
  }

  /** Names whom to ask at the customer's. */
  public B contact(String text) {
    contact = Optional.of(text);
    return self();
  }

  /** Adds a note. */
  public B note(String text) {
    note = Optional.of(text);
    return self();
  }

  /** Refuses the order unless its total is this. */
  public B expectedTotal(Money total) {
    expectedTotal = Optional.of(total);
    return self();
  }

  /** Adds a line at the list price, for example {@code line("TEA-01", "3")}. */
  public B line(String sku, String quantity) {
    return line(OrderLine.of(sku, quantity));
  }

  /** Adds a line at a price, for example {@code line("TEA-01", "3", "9.50")}. */
  public B line(String sku, String quantity, String unitPrice) {
    return line(OrderLine.of(sku, quantity).price(unitPrice));
  }

  /** Adds a line with everything it may say. */
  public B line(OrderLine.Builder line) {
    checks.at("lines[" + added++ + "]", line::build).ifPresent(lines::add);
    return self();
  }

  /** Adds a line that was built before. */
  public B line(OrderLine line) {
    added++;
    lines.add(line);
    return self();
  }

  /** Makes the command, or throws with every violation found. */
  final <C> C make(BiFunction<String, OrderContent, C> command) {
    if (lines.isEmpty() && added > 0) {
      checks.done(); // no line could be read; without any, the rest would complain of that
    }
    return checks.make(() -> command.apply(requestId, content()));
  }

  private OrderContent content() {
    return new OrderContent(
        customer,
        warehouse,
        priceMode,
        discount,
        orderedOn,
        dueOn,
        salesperson,
        contact,
        note,
        expectedTotal,
        lines);
  }
}
