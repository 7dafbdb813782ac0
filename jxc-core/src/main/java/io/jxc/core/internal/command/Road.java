package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.error.JxcException;
import java.time.Duration;
import java.util.List;

/** Where services send their commands. */
public interface Road {
  /**
   * Has a command decided and committed, and returns its result; throws what refused it.
   *
   * @throws JxcException see the command's service method
   */
  <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command);

  /**
   * Has up to 1,000 commands decided, sharing commits; each has its own outcome, in the order
   * given. The request ids of the commands are their own.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code lines.count} for more commands
   */
  <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands);

  /** Returns the same road for commands that wait no longer than this, where any wait. */
  default Road within(Duration limit) {
    return this;
  }
}
