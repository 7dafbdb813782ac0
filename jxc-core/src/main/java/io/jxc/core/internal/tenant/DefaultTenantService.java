package io.jxc.core.internal.tenant;

import io.jxc.api.Actor;
import io.jxc.api.access.Permissions;
import io.jxc.api.tenant.SettingsResult;
import io.jxc.api.tenant.SettingsView;
import io.jxc.api.tenant.TenantService;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import java.util.List;

/** The settings as one actor sees and changes them. */
public final class DefaultTenantService implements TenantService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;
  private final CommandType<UpdateSettings, SettingsResult> update;

  /**
   * Creates the service of an actor.
   *
   * @param update from {@link #command}
   */
  public DefaultTenantService(
      Actor actor, Road road, Reads reads, CommandType<UpdateSettings, SettingsResult> update) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
    this.update = update;
  }

  /**
   * Returns the command of changing settings.
   *
   * @param postings types of documents that carry amounts; once there is one, the currency is fixed
   */
  public static CommandType<UpdateSettings, SettingsResult> command(List<DocType<?>> postings) {
    return CommandType.light(
        "tenant.update-settings",
        Permissions.TENANT_CONFIGURE,
        SettingsResult.class,
        new SettingsRules(postings)::update);
  }

  @Override
  public SettingsView settings() {
    return reads.with(
        actor,
        Permissions.TENANT_VIEW,
        snapshot -> {
          Stored<TenantDocument> stored =
              snapshot.get(TenantTypes.TENANT, TenantDocument.KEY).orElseThrow();
          return new SettingsView(stored.value().settings(), stored.version());
        });
  }

  @Override
  public SettingsResult update(UpdateSettings command) {
    return road.execute(actor, update, command);
  }
}
