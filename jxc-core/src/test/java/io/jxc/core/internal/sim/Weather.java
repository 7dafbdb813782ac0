package io.jxc.core.internal.sim;

import io.jxc.api.TenantId;
import io.jxc.api.error.ConflictException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.StoreView;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lets faults happen to the calls of nodes, as often as the plan of the seed says. */
final class Weather {
  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  private final World world;
  private final List<Zombie> zombies = new ArrayList<>();

  /** Whether nothing goes wrong any more, or not yet. */
  boolean calm = true;

  Weather(World world) {
    this.world = world;
  }

  /** A commit whose caller was told that its fate is unknown, and which still has the lock. */
  private record Zombie(ChangeSet changes, long ends, boolean lands) {}

  /**
   * What will happen to a commit.
   *
   * @param fault what goes wrong, if anything
   * @param strikesFirst whether it does before anything is applied
   * @param crowded whether others may come when it is applied
   */
  record Front(Optional<Fault> fault, boolean strikesFirst, boolean crowded) {
    private static final Front FAIR = new Front(Optional.empty(), false, false);
    private static final Front FAIR_TILL_APPLIED = new Front(Optional.empty(), false, true);
  }

  /** Tells whether a fault happens now, where that is not yet sure to hit anything. */
  boolean draws(Fault fault) {
    return !calm && world.draw().chance(world.plan.rate(fault));
  }

  private boolean happens(Fault fault) {
    boolean now = draws(fault);
    if (now) {
      hit(fault);
    }
    return now;
  }

  void hit(Fault fault) {
    world.coverage.hit(fault, world.kind());
    world.trace(() -> "    " + fault);
  }

  boolean toListener(Fault fault) {
    return happens(fault);
  }

  /** Something goes wrong before a client begins with a node. */
  void beforeStep(SimNode node) {
    if (happens(Fault.CLOCK_JUMP)) {
      node.clockOffset = world.draw().one(jumps(node));
    }
    if (happens(Fault.REFUSED)) {
      node.refusedUntil =
          world.time.nanos() + Duration.ofMillis(world.draw().between(10, 8_000)).toNanos();
    }
  }

  private List<Duration> jumps(SimNode node) {
    Duration now = node.clockOffset;
    return List.of(
        Duration.ZERO,
        now.plusHours(1),
        now.minusHours(1),
        now.plusDays(1),
        now.minusDays(1),
        now.plusDays(31));
  }

  /** The network before each call. */
  void reach(SimNode node) {
    if (node.dead) {
      throw new Crash();
    }
    if (calm) {
      return;
    }
    if (happens(Fault.SLOW)) {
      world.time.pass(Duration.ofMillis(world.draw().between(1, 20_000)));
    }
    if (world.draw().chance(0.2) && happens(Fault.CRASH)) {
      throw world.crash(node);
    }
    if (world.time.nanos() < node.refusedUntil) {
      world.time.pass(Duration.ofMillis(5));
      throw StorageException.passing("connection refused", new IOException("refused"));
    }
  }

  void beforeRead(SimNode node, TenantId tenant) {
    reach(node);
    if (world.draw().chance(0.3)) {
      overtake(tenant);
    }
  }

  /** Lets a snapshot fail after some reads. */
  StoreView breaking(StoreView view) {
    return draws(Fault.READ_BREAKS)
        ? BrokenView.after(world.draw().below(5), view, () -> hit(Fault.READ_BREAKS))
        : view;
  }

  private void overtake(TenantId tenant) {
    if (draws(Fault.HEAD_MOVES) && world.intrude(tenant)) {
      hit(Fault.HEAD_MOVES);
    }
  }

  /** Reaches the store, waits for the lock, and decides what will become of the commit. */
  Front beforeCommit(SimNode node, TenantId tenant) {
    boolean early = world.draw().chance(0.8);
    if (early) {
      world.gather(node, tenant);
    }
    reach(node);
    overtake(tenant);
    awaitLock(tenant);
    for (Fault fault :
        List.of(Fault.FAILS_BEFORE, Fault.FAILS_AFTER, Fault.ZOMBIE, Fault.CRASH, Fault.FREEZE)) {
      if (happens(fault)) {
        boolean first =
            switch (fault) {
              case FAILS_AFTER -> false;
              case CRASH, FREEZE -> world.draw().chance(0.5);
              default -> true;
            };
        return new Front(Optional.of(fault), first, !early);
      }
    }
    return early ? Front.FAIR : Front.FAIR_TILL_APPLIED;
  }

  /** The commit was not applied, or not yet: returns what the store answers. */
  RuntimeException unapplied(SimNode node, Front front, ChangeSet changes) {
    switch (front.fault().orElseThrow()) {
      case FAILS_BEFORE -> {
        return world.draw().chance(0.4)
            ? StorageException.passing("deadlock", new IOException("rolled back"))
            : unknown(changes);
      }
      case ZOMBIE -> linger(changes);
      case CRASH -> {
        if (world.draw().chance(0.4)) {
          linger(changes);
        }
        throw world.crash(node);
      }
      default -> world.trace(() -> "    stands still before its commit");
    }
    return unknown(changes);
  }

  /** The commit was applied: the answer may still get lost. */
  void afterCommit(SimNode node, Front front, ChangeSet changes) {
    if (front.crowded()) {
      world.gather(node, changes.tenant());
    }
    if (front.fault().isEmpty()) {
      return;
    }
    Fault fault = front.fault().get();
    if (fault == Fault.CRASH) {
      throw world.crash(node);
    } else if (fault == Fault.FREEZE) {
      standStill(changes.tenant());
    }
    throw unknown(changes);
  }

  private static RuntimeException unknown(ChangeSet changes) {
    return OutcomeUnknownException.ofBlock(changes.blockId(), new IOException("reset by peer"));
  }

  /** What happens after a commit was not applied, when its lock is free again. */
  void afterFailure(Front front, TenantId tenant) {
    if (front.strikesFirst() && front.fault().filter(Fault.FREEZE::equals).isPresent()) {
      standStill(tenant);
    }
  }

  private void standStill(TenantId tenant) {
    for (int others = world.draw().between(1, 3); others > 0; others--) {
      world.time.pass(Duration.ofSeconds(world.draw().between(10, 60)));
      world.intrude(tenant);
    }
  }

  private void linger(ChangeSet changes) {
    long ends = world.time.nanos() + Duration.ofMillis(world.draw().between(1, 60_000)).toNanos();
    // what the store would not have taken ends by itself
    boolean current = world.store.head(changes.tenant()).sequence() == changes.basedOn();
    zombies.add(new Zombie(changes, ends, current && world.draw().chance(0.6)));
  }

  /** Who wants a tenant's lock waits for commits that still have it, but not for ever. */
  private void awaitLock(TenantId tenant) {
    for (Zombie zombie : List.copyOf(zombies)) {
      if (zombie.changes().tenant().equals(tenant)) {
        long wait = zombie.ends() - world.time.nanos();
        if (wait > LOCK_WAIT.toNanos()) {
          world.time.pass(LOCK_WAIT);
          throw StorageException.passing("lock wait timeout", new IOException("1205"));
        }
        world.time.pass(Duration.ofNanos(Math.max(0, wait)));
        settle();
      }
    }
  }

  /** Ends the zombies whose time has come. */
  void settle() {
    Iterator<Zombie> all = zombies.iterator();
    while (all.hasNext()) {
      Zombie zombie = all.next();
      if (zombie.ends() <= world.time.nanos()) {
        all.remove();
        if (zombie.lands() && !zombie.changes().isEmpty()) {
          land(zombie.changes());
        }
      }
    }
  }

  private void land(ChangeSet changes) {
    try {
      Commit landed = world.store.commit(changes);
      world.trace(() -> "    a zombie landed: " + landed);
      Violation.unless(
          landed instanceof Commit.Committed, "the simulator let somebody pass a lock");
    } catch (ConflictException refused) {
      world.trace(() -> "    a zombie was refused: " + refused);
    }
  }

  /** From now on nothing goes wrong. */
  void clearUp() {
    calm = true;
    world.time.pass(Duration.ofMinutes(2));
    settle();
  }
}
