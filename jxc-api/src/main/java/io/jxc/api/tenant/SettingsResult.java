package io.jxc.api.tenant;

import io.jxc.api.CommandResult;

/**
 * The settings were changed.
 *
 * @param version sequence of the commit
 */
public record SettingsResult(long version) implements CommandResult<SettingsResult> {
  @Override
  public SettingsResult withVersion(long version) {
    return new SettingsResult(version);
  }
}
