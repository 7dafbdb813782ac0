package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.codec.Json;
import io.jxc.spi.CommandInfo;
import io.jxc.spi.CommandInterceptor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The entrance of every road: refuses when the library is closed, and asks the interceptors. */
@Singleton
public final class Admission {
  private final List<CommandInterceptor> interceptors;
  private final BooleanSupplier closed;

  /** Creates the entrance; {@code closed} tells whether the library is closed. */
  @Inject
  public Admission(List<CommandInterceptor> interceptors, BooleanSupplier closed) {
    this.interceptors = List.copyOf(interceptors);
    this.closed = closed;
  }

  /** Lets a command in, in its caller's thread; a batch may take it until {@code deadline}. */
  <C extends Command, R extends CommandResult<R>> Pending<C, R> admit(
      Actor actor, CommandType<C, R> type, C command, long deadline) {
    requireOpen();
    ask(actor, type, command);
    return pending(actor, type, command, deadline);
  }

  /** Lets in what is sent together; a command that is refused here is done already. */
  <C extends Command, R extends CommandResult<R>> List<Pending<C, R>> admitAll(
      Actor actor, CommandType<C, R> type, List<C> commands, long deadline) {
    requireOpen();
    Limits.bulk(commands);
    List<Pending<C, R>> all = new ArrayList<>(commands.size());
    for (C command : commands) {
      Pending<C, R> pending = pending(actor, type, command, deadline);
      try {
        ask(actor, type, command);
      } catch (JxcException refused) {
        pending.fail(refused);
      }
      all.add(pending);
    }
    return all;
  }

  /** Returns what came of commands that were sent together, in their order. */
  static <C extends Command, R extends CommandResult<R>> List<Outcome<R>> outcomes(
      List<Pending<C, R>> commands) {
    List<Outcome<R>> outcomes = new ArrayList<>(commands.size());
    for (Pending<C, R> pending : commands) {
      try {
        outcomes.add(new Outcome.Done<>(pending.outcome()));
      } catch (JxcException e) {
        outcomes.add(new Outcome.Rejected<>(e));
      }
    }
    return outcomes;
  }

  private void requireOpen() {
    if (closed.getAsBoolean()) {
      throw UnavailableException.closed();
    }
  }

  private void ask(Actor actor, CommandType<?, ?> type, Command command) {
    CommandInfo info = new CommandInfo(actor, type.name(), command);
    interceptors.forEach(interceptor -> interceptor.before(info));
  }

  private static <C extends Command, R extends CommandResult<R>> Pending<C, R> pending(
      Actor actor, CommandType<C, R> type, C command, long deadline) {
    return new Pending<>(
        type,
        command,
        actor,
        command.requestId(),
        Json.contentHash(type.name(), command),
        deadline);
  }
}
