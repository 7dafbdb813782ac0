package io.jxc.core.internal.command;

import com.fasterxml.jackson.databind.node.POJONode;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StorageException;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.audit.AuditEntry;
import io.jxc.core.internal.audit.AuditWriter;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.Damage;
import io.jxc.core.internal.codec.EventCodec;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.tenant.TenantDocument;
import io.jxc.core.internal.tenant.TenantTypes;
import io.jxc.spi.store.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides commands one after the other on one working set: replay, authorise, rule, audit, merge. A
 * refused command leaves no trace but its audit. Run again after each fetch of misses; what comes
 * before the first undecided command stays decided.
 */
final class Batch {
  /**
   * Fetches that one command may need. The deepest rules take as many on a node that knows nothing:
   * submitting, shipping or approving an order for which expired holds must give way.
   */
  static final int MAX_ROUNDS = 8;

  private final List<Pending<?, ?>> commands;
  private final WorkingSet working;
  private final Instant now;
  private final LocalDate day;
  private final Circumstances circumstances;
  private final Traces traces;
  private final List<RefusalCounter.Refusal> refusals = new ArrayList<>();
  private int decided;
  private int rounds;

  Batch(List<Pending<?, ?>> commands, WorkingSet working, Circumstances circumstances) {
    this.commands = commands;
    this.working = working;
    this.circumstances = circumstances;
    this.traces = new Traces(commands.size(), circumstances.helpers());
    this.now = circumstances.now();
    this.day = now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Decides as far as possible; false when something must be fetched first. */
  boolean decide() {
    boolean missed = false;
    int first = decided;
    for (int i = decided; i < commands.size(); i++) {
      try {
        decideNext(commands.get(i), missed);
        if (!missed) {
          decided = i + 1;
        }
      } catch (Miss miss) {
        missed = true;
      }
    }
    rounds = decided > first ? 1 : rounds + 1;
    if (missed && rounds > MAX_ROUNDS) {
      Pending<?, ?> stuck = commands.get(decided++);
      refuse(
          stuck,
          new IllegalStateException(
              stuck.type.name() + " needs more than " + MAX_ROUNDS + " rounds of reading"));
      rounds = 0;
    }
    return decided == commands.size();
  }

  /** Decides one command; after a miss only to learn what else will be missed. */
  private <C extends Command, R extends CommandResult<R>> void decideNext(
      Pending<C, R> pending, boolean onlyLook) {
    Merge merge;
    try {
      merge = decideOne(pending);
    } catch (Miss miss) {
      throw miss;
    } catch (AccessDeniedException e) {
      if (!onlyLook) {
        traces.add(1, () -> AuditWriter.entries(refused(pending, e)));
        refuse(pending, e);
      }
      return;
    } catch (StorageException damaged) {
      // no refusal by a rule: what it needs cannot be read
      if (!onlyLook) {
        refuse(pending, damaged);
      }
      return;
    } catch (JxcException e) {
      if (!onlyLook) {
        refusals.add(counted(pending, e));
        refuse(pending, e);
      }
      return;
    } catch (RuntimeException e) {
      // a defect in one rule must not take the other callers' commands with it
      if (!onlyLook) {
        refuse(pending, e);
      }
      return;
    }
    if (!onlyLook) {
      merge.apply();
    }
  }

  private static <R extends CommandResult<R>> void refuse(
      Pending<?, R> pending, RuntimeException error) {
    pending.verdict = Verdict.refused(error);
  }

  /** What is done with a decided command when its turn has come. */
  private interface Merge {
    void apply();
  }

  private <C extends Command, R extends CommandResult<R>> Merge decideOne(Pending<C, R> pending) {
    String resultKey = CommandResultDocument.key(pending.actor.user(), pending.requestId);
    boolean system = pending.type.permission().isEmpty();
    working.want(AccessTypes.USER, List.of(pending.actor.user()));
    Optional<TenantDocument> tenant = working.get(TenantTypes.TENANT, TenantDocument.KEY);
    if (tenant.isEmpty() && !system) {
      throw NotFoundException.tenant(pending.actor.tenant());
    }
    if (working.state(CommandResultDocument.TYPE, resultKey) == null) {
      if (working.trust().inRequest(resultKey)) {
        return unlessRefused(pending, tenant, resultKey);
      }
      working.want(CommandResultDocument.TYPE, List.of(resultKey));
      // most requests are new: what the rule will need can be fetched together with the proof of it
      lookAhead(pending, tenant);
      throw new Miss();
    }
    Optional<CommandResultDocument> earlier = working.get(CommandResultDocument.TYPE, resultKey);
    if (earlier.isPresent()) {
      Verdict<R> verdict = replay(pending, earlier.get(), resultKey);
      return () -> pending.verdict = verdict;
    }
    Decision<R> decision = rule(pending, tenant);
    return () -> accept(pending, decision);
  }

  private <C extends Command, R extends CommandResult<R>> Decision<R> rule(
      Pending<C, R> pending, Optional<TenantDocument> tenant) {
    Rights rights = circumstances.rights().rights(working, pending.actor);
    if (!pending.type.permission().isEmpty()) {
      rights.require(pending.type.permission());
    }
    Context context =
        new Context(
            pending.actor,
            rights,
            now,
            tenant.orElse(TenantDocument.NONE),
            pending.drawn,
            circumstances.ids());
    return pending.type.rule().decide(working, pending.command, context);
  }

  /** Decides a request that is taken for new; only one that was not answered may be refused. */
  private <C extends Command, R extends CommandResult<R>> Merge unlessRefused(
      Pending<C, R> pending, Optional<TenantDocument> tenant, String resultKey) {
    try {
      Decision<R> decision = rule(pending, tenant);
      return () -> accept(pending, decision);
    } catch (Miss miss) {
      throw miss;
    } catch (RuntimeException refused) {
      working.want(CommandResultDocument.TYPE, List.of(resultKey));
      throw new Miss();
    }
  }

  /** Runs a rule for its misses only; what it decides or refuses here does not count. */
  private <C extends Command, R extends CommandResult<R>> void lookAhead(
      Pending<C, R> pending, Optional<TenantDocument> tenant) {
    try {
      rule(pending, tenant);
    } catch (Miss miss) {
      throw miss;
    } catch (RuntimeException refused) {
      throw new Miss();
    }
  }

  private <C extends Command, R extends CommandResult<R>> Verdict<R> replay(
      Pending<C, R> pending, CommandResultDocument earlier, String resultKey) {
    boolean same =
        earlier.command().equals(pending.type.name()) && earlier.hash().equals(pending.hash.hex());
    if (!same) {
      throw new RequestIdReusedException(pending.requestId);
    }
    R result = answered(earlier, pending.type.result(), resultKey);
    DocState state = working.state(CommandResultDocument.TYPE, resultKey);
    long version = state == null || state.dirty ? 0 : state.base.map(Stored::version).orElse(0L);
    return Verdict.replayed(result, version);
  }

  private static <R> R answered(CommandResultDocument earlier, Class<R> type, String key) {
    try {
      return Json.fromTree(earlier.result(), type);
    } catch (RuntimeException e) {
      throw Damage.of(CommandResultDocument.TYPE.name(), key, e);
    }
  }

  private <C extends Command, R extends CommandResult<R>> void accept(
      Pending<C, R> pending, Decision<R> decision) {
    Changes changes = decision.changes();
    Stored<CommandResultDocument> answer = answer(pending, decision.result());
    List<Touched> audited = Merging.merge(changes, working);
    traces.add(pending.weight, () -> trace(pending, changes, audited, answer));
    String key = CommandResultDocument.TYPE.key(answer.value());
    // no rule reads results by their day but the purge, and that never today's
    working.changed(CommandResultDocument.TYPE, key).current = Optional.of(answer);
    working.trust().answered(key);
    pending.verdict = Verdict.accepted(decision.result());
  }

  private <R extends CommandResult<R>> Stored<CommandResultDocument> answer(
      Pending<?, R> pending, R result) {
    CommandResultDocument document =
        new CommandResultDocument(
            pending.actor.user(),
            pending.requestId,
            pending.type.name(),
            pending.hash.hex(),
            day,
            new POJONode(result.withVersion(0)));
    return Stored.decided(CommandResultDocument.TYPE, document, Optional.empty());
  }

  private List<JournalEntry> trace(
      Pending<?, ?> pending,
      Changes changes,
      List<Touched> audited,
      Stored<CommandResultDocument> answer) {
    List<JournalEntry> entries = new ArrayList<>(changes.entries());
    changes.events().forEach(event -> entries.add(EventCodec.encode(event)));
    List<ObjectEntry> objects = audited.stream().map(Touched::audited).toList();
    entries.addAll(AuditWriter.entries(committed(pending, objects)));
    requireShort(pending, answer);
    return entries;
  }

  private static void requireShort(Pending<?, ?> pending, Stored<CommandResultDocument> answer) {
    boolean fits =
        answer.content().body().size() <= CommandResultDocument.MAX_BYTES
            || Json.write(answer.value().result()).size() <= CommandResultDocument.MAX_BYTES;
    if (!fits) {
      throw new IllegalStateException(pending.type.name() + " has a result over 2 kB");
    }
  }

  private AuditEntry committed(Pending<?, ?> pending, List<ObjectEntry> objects) {
    return new AuditEntry(
        now,
        pending.actor.user(),
        pending.actor.onBehalfOf(),
        pending.type.name(),
        Optional.of(pending.requestId),
        AuditOutcome.OK,
        Optional.empty(),
        Optional.empty(),
        0,
        1,
        objects);
  }

  private AuditEntry refused(Pending<?, ?> pending, AccessDeniedException e) {
    return new AuditEntry(
        now,
        pending.actor.user(),
        pending.actor.onBehalfOf(),
        pending.type.name(),
        Optional.of(pending.requestId),
        AuditOutcome.REFUSED,
        Optional.of(e.code()),
        Optional.of(e.permission()),
        0,
        1,
        named(pending).stream().toList());
  }

  private static RefusalCounter.Refusal counted(Pending<?, ?> pending, JxcException e) {
    return new RefusalCounter.Refusal(
        pending.actor.user(), pending.type.name(), e.code(), Optional.empty(), named(pending));
  }

  private static <C extends Command> Optional<ObjectEntry> named(Pending<C, ?> pending) {
    return pending.type.named().apply(pending.command);
  }

  /** Returns what is decided. */
  List<Pending<?, ?>> commands() {
    return commands;
  }

  /** Returns the time of the decisions. */
  Instant now() {
    return now;
  }

  /** Writes down the facts of all decided commands, in order. Changed documents are, too. */
  List<JournalEntry> entries() {
    return traces.entries();
  }

  /** Returns what rules have refused. */
  List<RefusalCounter.Refusal> refusals() {
    return refusals;
  }

  /** Tells whether a commit is needed: anything accepted, or a refusal that is audited. */
  boolean changesAnything() {
    return !traces.isEmpty();
  }
}
