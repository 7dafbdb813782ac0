package io.jxc.api.sales;

import io.jxc.api.CommandResult;
import io.jxc.api.Money;

/**
 * What a command made of a sales order.
 *
 * @param id id of the order
 * @param number its number, for example {@code SO20261122-0001}
 * @param status where it stands now
 * @param total what the customer owes for it, tax included
 * @param version sequence of the commit; the version of the order
 */
public record OrderResult(String id, String number, SalesStatus status, Money total, long version)
    implements CommandResult<OrderResult> {
  @Override
  public OrderResult withVersion(long version) {
    return new OrderResult(id, number, status, total, version);
  }
}
