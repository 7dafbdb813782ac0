package io.jxc.api.inventory;

import io.jxc.api.CommandResult;

/**
 * What became of a change of a warehouse.
 *
 * @param code its code
 * @param version sequence of the commit
 */
public record WarehouseResult(String code, long version) implements CommandResult<WarehouseResult> {
  @Override
  public WarehouseResult withVersion(long version) {
    return new WarehouseResult(code, version);
  }
}
