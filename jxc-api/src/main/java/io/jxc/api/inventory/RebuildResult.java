package io.jxc.api.inventory;

import io.jxc.api.CommandResult;

/**
 * What became of a repair.
 *
 * @param id id of the record that lists what was repaired
 * @param repaired how many numbers
 * @param version sequence of the commit
 */
public record RebuildResult(String id, int repaired, long version)
    implements CommandResult<RebuildResult> {
  @Override
  public RebuildResult withVersion(long version) {
    return new RebuildResult(id, repaired, version);
  }
}
