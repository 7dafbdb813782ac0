package io.jxc.core.internal.sales;

import io.jxc.api.sales.Discount;
import io.jxc.api.sales.PriceMode;
import io.jxc.api.sales.SalesStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stored header of a sales order.
 *
 * @param id its id
 * @param number its number
 * @param externalId identity in the host's world
 * @param status where it stands
 * @param customer code of the customer
 * @param customerName the customer's name when the order was last written
 * @param terms what was agreed besides the lines
 * @param totals the amounts
 * @param lastLine the highest line number ever used
 * @param shipped what was shipped so far
 * @param claims claims on its goods, one a warehouse
 * @param steps external ids of shipments and cancellation
 * @param remark why it was rejected or cancelled
 * @param entry who wrote it and when
 */
record SalesOrderDocument(
    String id,
    String number,
    Optional<String> externalId,
    SalesStatus status,
    String customer,
    String customerName,
    Terms terms,
    Totals totals,
    int lastLine,
    Shipped shipped,
    List<Claim> claims,
    List<String> steps,
    Optional<String> remark,
    Entry entry) {

  /** Copies the lists. */
  SalesOrderDocument {
    claims = List.copyOf(claims);
    steps = List.copyOf(steps);
  }

  /** What was agreed besides the lines; see {@link io.jxc.api.sales.SalesOrderSummary.Terms}. */
  record Terms(
      LocalDate orderedOn,
      LocalDate dueOn,
      PriceMode priceMode,
      Optional<Discount> discount,
      Optional<String> warehouse,
      Optional<String> salesperson,
      Optional<String> contact,
      Optional<String> note) {}

  /**
   * What was shipped so far.
   *
   * @param shipments how many shipments there were
   * @param net amount without tax
   * @param tax the tax
   * @param cost cost of the goods
   */
  record Shipped(int shipments, BigDecimal net, BigDecimal tax, BigDecimal cost) {
    static final Shipped NOTHING =
        new Shipped(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Shipped plus(BigDecimal moreNet, BigDecimal moreTax, BigDecimal moreCost) {
      return new Shipped(shipments + 1, net.add(moreNet), tax.add(moreTax), cost.add(moreCost));
    }
  }

  /**
   * A claim on the order's goods.
   *
   * @param warehouse where
   * @param id the claim
   */
  record Claim(String warehouse, String id) {}

  /**
   * Who wrote it.
   *
   * @param creator who drafted it
   * @param createdAt when
   * @param lastEditor who changed its content last
   */
  record Entry(String creator, Instant createdAt, String lastEditor) {}

  String creator() {
    return entry.creator();
  }

  boolean open() {
    return status == SalesStatus.CONFIRMED || status == SalesStatus.PARTLY_SHIPPED;
  }

  SalesOrderDocument status(SalesStatus next) {
    return with(next, shipped, claims, steps, remark);
  }

  SalesOrderDocument remark(SalesStatus next, String why) {
    return with(next, shipped, claims, steps, Optional.of(why));
  }

  SalesOrderDocument confirmed(List<Claim> claimed) {
    return with(SalesStatus.CONFIRMED, shipped, claimed, steps, remark);
  }

  SalesOrderDocument shipped(SalesStatus next, Shipped all) {
    return with(next, all, claims, steps, remark);
  }

  SalesOrderDocument step(Optional<String> stepId) {
    if (stepId.isEmpty()) {
      return this;
    }
    List<String> more = new ArrayList<>(steps);
    more.add(stepId.get());
    return with(status, shipped, claims, more, remark);
  }

  private SalesOrderDocument with(
      SalesStatus next,
      Shipped all,
      List<Claim> claimed,
      List<String> stepIds,
      Optional<String> why) {
    return new SalesOrderDocument(
        id,
        number,
        externalId,
        next,
        customer,
        customerName,
        terms,
        totals,
        lastLine,
        all,
        claimed,
        stepIds,
        why,
        entry);
  }
}
