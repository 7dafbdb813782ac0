package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.error.JxcException;
import io.jxc.core.internal.codec.Json;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The same road on a view, without the commit: what a command would answer if it were sent now. */
public final class PreviewRoad implements Road {
  private final JxcStore store;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** Creates a road that changes nothing. */
  public PreviewRoad(JxcStore store, Clock clock, Supplier<UUID> ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    return decide(List.of(pending(actor, type, command))).get(0).orThrow();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    Limits.bulk(commands);
    return commands.isEmpty()
        ? List.of()
        : decide(commands.stream().map(command -> pending(actor, type, command)).toList());
  }

  private static <C extends Command, R extends CommandResult<R>> Pending<C, R> pending(
      Actor actor, CommandType<C, R> type, C command) {
    return new Pending<>(
        type,
        command,
        actor,
        command.requestId(),
        Json.contentHash(type.name(), command),
        Long.MAX_VALUE);
  }

  private <C extends Command, R extends CommandResult<R>> List<Outcome<R>> decide(
      List<Pending<C, R>> commands) {
    long sequence;
    try (StoreView view = store.view(commands.get(0).actor.tenant())) {
      Head head = view.head();
      sequence = head.sequence();
      WorkingSet working = new WorkingSet(sequence, null);
      Instant now = Attribute.micros(clock.instant());
      Batch batch = new Batch(List.copyOf(commands), working, now, () -> ids.get().toString());
      while (!batch.decide()) {
        working.takeMisses().fetch(view, working);
      }
    }
    List<Outcome<R>> outcomes = new ArrayList<>();
    for (Pending<C, R> pending : commands) {
      pending.finish(sequence);
      try {
        outcomes.add(new Outcome.Done<>(pending.outcome()));
      } catch (JxcException e) {
        outcomes.add(new Outcome.Rejected<>(e));
      }
    }
    return outcomes;
  }
}
