package io.jxc.core.internal.sim;

import io.jxc.spi.store.ChangeSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Sends other clients to a node while it is in the middle of a commit, so that the lane of the
 * tenant decides the next batch on one whose fate is open.
 */
final class Crowd {
  private final World world;
  private final Commands commands;

  Crowd(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  /** Comes while a batch is with the store: before it is applied, or before that is known. */
  void gather(SimNode node, House house) {
    Moment here = world.moment();
    Call call = here.call;
    if (node.dead) {
      throw new Crash();
    }
    boolean full = here.crowded || !here.others.isEmpty() || world.tooDeep();
    if (call == null || full || call.takesTwo() || !world.weather.draws(Fault.AHEAD)) {
      return;
    }
    // others may ask for the same now
    for (Call part : Call.parts(call)) {
      world.answers.mayBeDone(part);
      here.heard.add(world.answers.heard(part));
    }
    boolean two = call.kind().isLight() && here.caller == null && here.draw.chance(0.5);
    if (two) {
      Call first = commands.single(house, here.draw);
      Caller caller = start(here, node, first, true);
      two = !caller.isAhead() && first.kind().isLight();
    }
    if (two || here.others.isEmpty()) {
      start(here, node, commands.besides(house, here.draw), two);
    }
    if (node.dead) {
      throw new Crash();
    }
  }

  private Caller start(Moment here, SimNode node, Call call, boolean crowded) {
    Deque<Moment> around = new ArrayDeque<>(world.underWay());
    Caller caller = Caller.start(self -> world.besides(around, self, node, call, crowded));
    here.others.add(caller);
    parked(here, caller);
    return caller;
  }

  private void parked(Moment here, Caller caller) {
    caller.idsWhenParked = world.ids();
    if (caller.isAhead()) {
      here.builtOn = true;
      world.weather.hit(Fault.AHEAD);
    }
  }

  /** Comes when a node is about to commit. */
  void before(Optional<ChangeSet> changes) {
    Moment here = world.moment();
    here.builtOn = false;
    for (Caller other : here.others) {
      // a batch that is sent once more may let the next one begin now
      if (!other.isAhead()) {
        other.look();
        parked(here, other);
      }
    }
    Caller self = here.caller;
    if (self != null) {
      self.beforeCommit();
      changes.ifPresent(
          sent -> {
            if (World.number(sent.blockId()) <= self.idsWhenParked) {
              world.coverage.used();
            }
          });
    }
  }

  /** Comes when a store has answered, or failed to. */
  void after(boolean committed) {
    Moment here = world.moment();
    if (here.builtOn) {
      here.builtOn = false;
      world.coverage.builtOn(committed);
    }
  }

  /** Lets those who came meanwhile go on, and waits for them. */
  static void end(List<Caller> others) {
    others.forEach(Caller::release);
    others.forEach(Caller::join);
  }
}
