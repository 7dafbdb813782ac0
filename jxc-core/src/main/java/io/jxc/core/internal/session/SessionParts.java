package io.jxc.core.internal.session;

import io.jxc.api.tenant.SettingsResult;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.approval.Approvals;
import io.jxc.core.internal.audit.ChainVerifier;
import io.jxc.core.internal.command.Admission;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.LaneRoad;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Refusals;
import io.jxc.core.internal.tenant.DefaultTenantService;
import io.jxc.spi.store.JxcStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The singletons that all sessions share. */
@Singleton
public final class SessionParts {
  final JxcStore store;
  final LaneRoad road;
  final Admission admission;
  final Reads reads;
  final Refusals refusals;
  final Clock clock;
  final Supplier<UUID> ids;
  final Approvals approvals;
  final ChainVerifier verifier;
  final CommandType<UpdateSettings, SettingsResult> updateSettings;

  @Inject
  SessionParts(
      JxcStore store,
      LaneRoad road,
      Admission admission,
      Reads reads,
      Refusals refusals,
      Clock clock,
      Supplier<UUID> ids,
      Approvals approvals) {
    this.store = store;
    this.road = road;
    this.admission = admission;
    this.reads = reads;
    this.refusals = refusals;
    this.clock = clock;
    this.ids = ids;
    this.approvals = approvals;
    this.verifier = new ChainVerifier(store, Features.audited());
    this.updateSettings = DefaultTenantService.command(Features.postings());
  }

  /** Returns the road of every write. */
  public LaneRoad road() {
    return road;
  }
}
