package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an order says: the part that a draft, a placed order, a quick sale and an update share.
 * Collected by their builders ({@link OrderBuilder}).
 *
 * @param customer code of the customer
 * @param warehouse where goods are taken from unless a line says otherwise; absent = {@link
 *     #DEFAULT_WAREHOUSE}
 * @param priceMode whether prices contain the tax
 * @param discount discount of the whole document, spread over its lines
 * @param orderedOn business date; absent = today in the tenant's time zone
 * @param dueOn when the goods are wanted; absent = the business date
 * @param salesperson code of the person in charge (经手人)
 * @param contact whom to ask at the customer's, at most 100 characters
 * @param note free text of at most 500 characters
 * @param expectedTotal the total the caller has computed; another one is refused
 * @param lines 1 to 10,000 lines
 */
public record OrderContent(
    String customer,
    Optional<String> warehouse,
    PriceMode priceMode,
    Optional<Discount> discount,
    Optional<LocalDate> orderedOn,
    Optional<LocalDate> dueOn,
    Optional<String> salesperson,
    Optional<String> contact,
    Optional<String> note,
    Optional<Money> expectedTotal,
    List<OrderLine> lines) {

  /** Code of the warehouse that goods are taken from, and return to, where none is named. */
  public static final String DEFAULT_WAREHOUSE = "MAIN";

  /** Checks the content; use the builder of a command. */
  @Internal
  public OrderContent {
    Checks checks = new Checks();
    customer = checks.code("customer", customer);
    warehouse = checks.code("warehouse", warehouse);
    checks.date("orderedOn", orderedOn);
    checks.date("dueOn", dueOn);
    salesperson = checks.code("salesperson", salesperson);
    contact = checks.text("contact", contact, 100);
    note = checks.text("note", note, 500);
    lines = checks.list("lines", lines, 1, OrderLine.MAX_LINES);
    requireUniqueNumbers(checks, lines);
    checks.done();
  }

  private static void requireUniqueNumbers(Checks checks, List<OrderLine> lines) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Integer> number = lines.get(i).lineNo();
      if (number.isPresent()) {
        checks.require(
            seen.add(number.get()),
            "lines[" + i + "].lineNo",
            ErrorCode.LINE_DUPLICATE,
            "line number",
            number.get().toString());
      }
    }
  }
}
