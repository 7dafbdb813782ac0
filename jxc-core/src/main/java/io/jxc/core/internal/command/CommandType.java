package io.jxc.core.internal.command;

import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import java.util.function.ToIntFunction;

/**
 * Names a command of a feature and how it is decided.
 *
 * @param <C> the command
 * @param <R> its result
 * @param name stable action name, for example {@code inventory.receive}; stored in audit and
 *     results
 * @param permission what the actor needs
 * @param result class of the result, to read it back for a repeated request
 * @param weight estimate of the rows a command changes, to bound batches
 * @param rule how it is decided
 */
public record CommandType<C extends Command, R extends CommandResult<R>>(
    String name, String permission, Class<R> result, ToIntFunction<C> weight, Rule<C, R> rule) {

  /** Names a command that changes a handful of rows. */
  public static <C extends Command, R extends CommandResult<R>> CommandType<C, R> light(
      String name, String permission, Class<R> result, Rule<C, R> rule) {
    return new CommandType<>(name, permission, result, command -> 8, rule);
  }

  /** Names a command whose weight depends on its content. */
  public static <C extends Command, R extends CommandResult<R>> CommandType<C, R> weighed(
      String name, String permission, Class<R> result, ToIntFunction<C> weight, Rule<C, R> rule) {
    return new CommandType<>(name, permission, result, weight, rule);
  }
}
