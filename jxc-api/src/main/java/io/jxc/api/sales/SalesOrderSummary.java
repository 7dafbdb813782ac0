package io.jxc.api.sales;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sales order without its lines.
 *
 * @param id id of the order, a UUID
 * @param number its number, for example {@code SO20261122-0001}
 * @param externalId identity in the host's world
 * @param status where it stands
 * @param customer code of the customer
 * @param customerName the customer's name when the order was written
 * @param terms what was agreed besides the lines
 * @param totals the amounts
 * @param fulfilment what was shipped and earned so far
 * @param remark why it was rejected or cancelled, the latest
 * @param creator who wrote it
 * @param createdAt when it was written
 * @param version version of the order
 */
public record SalesOrderSummary(
    String id,
    String number,
    Optional<String> externalId,
    SalesStatus status,
    String customer,
    String customerName,
    Terms terms,
    OrderTotals totals,
    Fulfilment fulfilment,
    Optional<String> remark,
    String creator,
    Instant createdAt,
    long version) {

  /** Made by the library. */
  @Internal
  public SalesOrderSummary {}

  /**
   * What was agreed besides the lines.
   *
   * @param orderedOn business date
   * @param dueOn when the goods are wanted
   * @param priceMode whether prices contain the tax
   * @param discount discount of the whole document
   * @param warehouse where goods are taken from unless a line says otherwise
   * @param salesperson code of the person in charge
   * @param contact whom to ask at the customer's
   * @param note free text
   */
  public record Terms(
      LocalDate orderedOn,
      LocalDate dueOn,
      PriceMode priceMode,
      Optional<Discount> discount,
      Optional<String> warehouse,
      Optional<String> salesperson,
      Optional<String> contact,
      Optional<String> note) {
    /** Made by the library. */
    @Internal
    public Terms {}
  }

  /**
   * What was shipped and earned so far.
   *
   * @param shipments how many shipments there were
   * @param net amount of what was shipped, without tax
   * @param total amount of what was shipped, tax included
   * @param cost cost of what was shipped; absent without {@code cost.view}
   * @param margin net − cost; absent without {@code cost.view}
   */
  public record Fulfilment(
      int shipments, Money net, Money total, Optional<Money> cost, Optional<Money> margin) {
    /** Made by the library. */
    @Internal
    public Fulfilment {}
  }
}
