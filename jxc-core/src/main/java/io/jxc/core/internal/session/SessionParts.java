package io.jxc.core.internal.session;

import io.jxc.core.internal.command.LaneRoad;
import io.jxc.core.internal.command.Reads;
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
  final Reads reads;
  final Clock clock;
  final Supplier<UUID> ids;

  @Inject
  SessionParts(JxcStore store, LaneRoad road, Reads reads, Clock clock, Supplier<UUID> ids) {
    this.store = store;
    this.road = road;
    this.reads = reads;
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns the road of every write. */
  public LaneRoad road() {
    return road;
  }
}
