package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.RequestIds;
import io.jxc.api.TenantId;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.tenant.TenantDocument;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.core.internal.tenant.TenantTypes;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Deletes stored answers whose time is over: oldest first, in slices, each a command of the system
 * on the road of every write. Whether an answer may go is decided by the rule, not by who found it.
 */
public final class ResultPurge {
  /** Answers that one command deletes at most. */
  static final int SLICE = 1_000;

  private static final String NAME = "results";

  /** How many answers were deleted; what the audit shows of a purge. */
  static final DocType<Purge> PURGE = DocType.of("purge", Purge.class, purge -> NAME).build();

  private static final CommandType<PurgeResults, Purged> TYPE =
      CommandType.weighed(
          "tenant.purge-results",
          "",
          Purged.class,
          command -> 8 + 2 * command.keys().size(),
          ResultPurge::decide);

  private final JxcStore store;
  private final Road road;
  private final Clock clock;

  /** Creates the purge of a store, on its road. */
  public ResultPurge(JxcStore store, Road road, Clock clock) {
    this.store = store;
    this.road = road;
    this.clock = clock;
  }

  /**
   * What was purged so far.
   *
   * @param before answers decided before this day are gone, except those that came later
   * @param deleted answers that were deleted ever
   */
  record Purge(LocalDate before, long deleted) {}

  /**
   * Deletes some answers.
   *
   * @param requestId identity of the request
   * @param keys keys of the answers
   */
  record PurgeResults(String requestId, List<String> keys) implements Command {
    PurgeResults {
      keys = List.copyOf(keys);
    }
  }

  /**
   * How many were deleted.
   *
   * @param deleted answers that were there and old enough
   * @param version version of the commit
   */
  record Purged(int deleted, long version) implements CommandResult<Purged> {
    @Override
    public Purged withVersion(long commit) {
      return new Purged(deleted, commit);
    }
  }

  /** Deletes all answers of a tenant whose time is over, and returns how many. */
  public long run(TenantId tenant) {
    Actor system = Actor.of(tenant.value(), TenantRules.SYSTEM);
    long deleted = 0;
    List<String> keys = due(tenant);
    while (!keys.isEmpty()) {
      Purged purged = road.execute(system, TYPE, new PurgeResults(RequestIds.next(), keys));
      deleted += purged.deleted();
      // a slice that deletes nothing was purged by somebody else, or is not old enough for the rule
      keys = purged.deleted() == 0 ? List.of() : due(tenant);
    }
    return deleted;
  }

  private List<String> due(TenantId tenant) {
    try (StoreView view = store.view(tenant)) {
      Duration retention =
          view.documents(TenantTypes.TENANT.name(), List.of(TenantDocument.KEY)).stream()
              .findFirst()
              .map(TenantTypes.TENANT::decode)
              .map(Stored::value)
              .orElseThrow(() -> NotFoundException.tenant(tenant))
              .resultRetention();
      String first = keptFrom(clock.instant(), retention).toString();
      return view
          .indexRange(
              CommandResultDocument.TYPE.name(), CommandResultDocument.DAY, "", false, SLICE)
          .stream()
          .filter(entry -> entry.value().compareTo(first) < 0)
          .map(IndexEntry::key)
          .toList();
    }
  }

  /** Returns the first day whose answers are kept: none was decided longer ago than they last. */
  private static LocalDate keptFrom(Instant now, Duration retention) {
    return now.minus(retention).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Decision<Purged> decide(View view, PurgeResults command, Context context) {
    LocalDate keptFrom = keptFrom(context.now(), context.settings().resultRetention());
    view.want(PURGE, List.of(NAME));
    Map<String, CommandResultDocument> answers =
        view.getAll(CommandResultDocument.TYPE, command.keys());
    Changes changes = Changes.on(view);
    int deleted = 0;
    for (Map.Entry<String, CommandResultDocument> answer : answers.entrySet()) {
      if (answer.getValue().day().isBefore(keptFrom)) {
        changes.delete(CommandResultDocument.TYPE, answer.getKey());
        deleted++;
      }
    }
    if (deleted > 0) {
      long before = view.get(PURGE, NAME).map(Purge::deleted).orElse(0L);
      changes.put(PURGE, new Purge(keptFrom, before + deleted));
    }
    return changes.result(new Purged(deleted, 0));
  }
}
