package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.spi.store.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through a lane, and the caller that waits for it.
 *
 * @param <C> the command
 * @param <R> its result
 */
final class Pending<C extends Command, R extends CommandResult<R>> {
  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN,
    DONE
  }

  final CommandType<C, R> type;
  final C command;
  final Actor actor;
  final String requestId;
  final Bytes hash;
  final int weight;
  final long deadline;

  /** When its caller sent it. */
  final long sent = System.nanoTime();

  /** Ids drawn by earlier decisions of this command. */
  final List<String> drawn = new ArrayList<>();

  /** What the running batch thinks of it. */
  @Nullable Verdict<R> verdict;

  private final Thread caller = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private @Nullable R result;
  private @Nullable Throwable failure;

  Pending(
      CommandType<C, R> type, C command, Actor actor, String requestId, Bytes hash, long deadline) {
    this.type = type;
    this.command = command;
    this.actor = actor;
    this.requestId = requestId;
    this.hash = hash;
    this.weight = Math.max(1, type.weight().applyAsInt(command));
    this.deadline = deadline;
  }

  /** Returns how long it was allowed to wait. */
  Duration limit() {
    return Duration.ofMillis(Math.round((deadline - sent) / 1e6));
  }

  /** Claims it for a batch; false when its caller has given up. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /** Gives up waiting; false when a batch has it, so that its outcome must be awaited. */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  boolean isDone() {
    return state.get() == State.DONE;
  }

  /** Hands the outcome of its verdict to the caller and wakes it. */
  void finish(long version) {
    Verdict<R> decided = verdict;
    if (decided == null) {
      fail(new IllegalStateException("a batch ended without deciding " + type.name()));
    } else if (decided.error() != null) {
      fail(decided.error());
    } else {
      result = decided.result(version);
      done();
    }
  }

  void fail(Throwable cause) {
    failure = cause;
    done();
  }

  private void done() {
    state.set(State.DONE);
    LockSupport.unpark(caller);
  }

  void wake() {
    LockSupport.unpark(caller);
  }

  /** Returns why it has no result, once it is done. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Returns the result, or throws why there is none. Called once it is done. */
  R outcome() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    } else if (failure instanceof Error error) {
      throw error;
    }
    R present = result;
    if (present == null) {
      throw new IllegalStateException(type.name() + " has no outcome yet");
    }
    return present;
  }
}
