package io.jxc.core.internal.tenant;

import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.error.ConflictException;
import io.jxc.api.event.TenantEvent;
import io.jxc.api.tenant.NewTenant;
import io.jxc.api.tenant.TenantInfo;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.access.UserDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.partner.PartnerRules;
import java.util.List;
import java.util.Optional;

/** Decides what happens to tenants. */
public final class TenantRules {
  /** Creates a tenant; runs as the system, because there is nobody yet who could be asked. */
  public static final CommandType<NewTenant, TenantInfo> PROVISION =
      CommandType.light("tenant.provision", "", TenantInfo.class, TenantRules::provision);

  /** User in whose name provisioning runs; it has no roles. */
  public static final String SYSTEM = "system";

  private TenantRules() {}

  static Decision<TenantInfo> provision(View view, NewTenant command, Context context) {
    Changes changes = Changes.on(view);
    TenantSettings wanted = command.settings();
    Optional<TenantDocument> existing = view.get(TenantTypes.TENANT, TenantDocument.KEY);
    if (existing.isPresent()) {
      TenantDocument found = existing.get();
      if (!found.currency().equals(wanted.currency())) {
        throw ConflictException.tenant(
            command.tenant().value(), "currency", wanted.currency(), found.currency());
      }
      return changes.result(new TenantInfo(command.tenant(), found.currency(), found.zone(), 0));
    }
    TenantDocument tenant = TenantDocument.of(wanted);
    changes.put(TenantTypes.TENANT, tenant);
    changes.put(AccessTypes.USER, new UserDocument(command.admin(), List.of(BuiltInRoles.ADMIN)));
    PartnerRules.walkIn(changes, context);
    changes.event(
        new TenantEvent.TenantProvisioned(context.header(), tenant.currency(), tenant.zone()));
    return changes.result(new TenantInfo(command.tenant(), tenant.currency(), tenant.zone(), 0));
  }
}
