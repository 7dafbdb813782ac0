package io.jxc.api.sales;

import io.jxc.api.CommandResult;
import io.jxc.api.Money;

/**
 * What was taken back.
 *
 * @param id id of the return
 * @param number its number, for example {@code SR20261122-0001}
 * @param refund what the customer gets back, tax included
 * @param version sequence of the commit; the version of the return
 */
public record ReturnResult(String id, String number, Money refund, long version)
    implements CommandResult<ReturnResult> {
  @Override
  public ReturnResult withVersion(long version) {
    return new ReturnResult(id, number, refund, version);
  }
}
