package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.core.internal.access.RightsMemo;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The same road on a view, without the commit: what a command would answer if it were sent now. */
public final class PreviewRoad implements Road {
  private final JxcStore store;
  private final Admission admission;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** Creates a road that changes nothing. */
  public PreviewRoad(JxcStore store, Admission admission, Clock clock, Supplier<UUID> ids) {
    this.store = store;
    this.admission = admission;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    Pending<C, R> pending = admission.admit(actor, type, command, Long.MAX_VALUE);
    decide(actor, List.of(pending));
    return pending.outcome();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    List<Pending<C, R>> all = admission.admitAll(actor, type, commands, Long.MAX_VALUE);
    decide(actor, all.stream().filter(pending -> !pending.isDone()).toList());
    return Admission.outcomes(all);
  }

  private void decide(Actor actor, List<? extends Pending<?, ?>> commands) {
    try (StoreView view = store.view(actor.tenant())) {
      Head head = view.head();
      WorkingSet working = new WorkingSet(head.sequence(), null, Trust.NOTHING);
      Instant now = notBefore(head);
      Batch batch =
          new Batch(
              List.copyOf(commands),
              working,
              new Circumstances(now, () -> ids.get().toString(), new RightsMemo(), Helpers.none()));
      while (!batch.decide()) {
        working.takeMisses().fetch(view, working);
      }
      commands.forEach(pending -> pending.finish(head.sequence()));
    }
  }

  /** Time never runs back, as on the road itself: else a preview would promise what is over. */
  private Instant notBefore(Head head) {
    Instant now = Attribute.micros(clock.instant());
    return now.isBefore(head.blockTime()) ? head.blockTime() : now;
  }
}
