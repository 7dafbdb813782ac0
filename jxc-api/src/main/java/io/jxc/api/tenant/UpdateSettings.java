package io.jxc.api.tenant;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Replaces the settings of a tenant.
 *
 * <pre>{@code
 * SettingsView now = session.tenant().settings();
 * session.tenant().update(UpdateSettings.of(now).autoConfirm(false).build());
 * }</pre>
 *
 * @param requestId identity of the request
 * @param expectedVersion version of the settings this change starts from
 * @param settings all settings, changed or not
 */
public record UpdateSettings(String requestId, long expectedVersion, TenantSettings settings)
    implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code request-id.invalid}
   */
  public UpdateSettings {
    Checks checks = new Checks();
    checks.requestId(requestId);
    checks.done();
  }

  /** Starts from the settings as they were read. */
  public static Builder of(SettingsView now) {
    return new Builder(now);
  }

  /** Collects a change of settings. Not thread-safe. */
  public static final class Builder {
    private final long expectedVersion;
    private String requestId = RequestIds.next();
    private TenantSettings settings;

    private Builder(SettingsView now) {
      expectedVersion = now.version();
      settings = now.settings();
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Replaces all settings. */
    public Builder settings(TenantSettings all) {
      settings = all;
      return this;
    }

    /** Allows or refuses negative stock. */
    public Builder negativeStock(NegativeStock policy) {
      return settings(settings.withNegativeStock(policy));
    }

    /** Confirms sales orders with their approval, or not. */
    public Builder autoConfirm(boolean on) {
      return settings(settings.withAutoConfirm(on));
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException {@code request-id.invalid}
     */
    public UpdateSettings build() {
      return new UpdateSettings(requestId, expectedVersion, settings);
    }
  }
}
