package io.jxc.api.inventory;

import io.jxc.api.CommandResult;

/**
 * What became of a receipt, an issue or an adjustment.
 *
 * @param id id of the stock document
 * @param number its number, for example {@code GR20261122-0001}
 * @param version sequence of the commit
 */
public record StockDocumentResult(String id, String number, long version)
    implements CommandResult<StockDocumentResult> {
  @Override
  public StockDocumentResult withVersion(long version) {
    return new StockDocumentResult(id, number, version);
  }
}
