package io.jxc.api.sales;

import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a confirmed order that is not wholly shipped.
 *
 * @param orderId id of the order
 * @param lineNo number of the line within the order
 * @param customer code of the customer
 * @param sku code of the product
 * @param warehouse where the goods are taken from; absent for a service
 * @param open base units still to be shipped
 * @param dueOn when they are wanted
 */
public record OpenSalesLine(
    String orderId,
    int lineNo,
    String customer,
    String sku,
    Optional<String> warehouse,
    Quantity open,
    LocalDate dueOn) {
  /** Made by the library. */
  @Internal
  public OpenSalesLine {}
}
