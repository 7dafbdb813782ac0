package io.jxc.core.internal.command;

import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.DocType;
import java.util.Optional;
import java.util.function.Function;
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
 * @param named the object that a command names, for the record of its refusal
 */
public record CommandType<C extends Command, R extends CommandResult<R>>(
    String name,
    String permission,
    Class<R> result,
    ToIntFunction<C> weight,
    Rule<C, R> rule,
    Function<C, Optional<ObjectEntry>> named) {

  /** Names a command that changes a handful of rows. */
  public static <C extends Command, R extends CommandResult<R>> CommandType<C, R> light(
      String name, String permission, Class<R> result, Rule<C, R> rule) {
    return weighed(name, permission, result, command -> 8, rule);
  }

  /** Names a command whose weight depends on its content. */
  public static <C extends Command, R extends CommandResult<R>> CommandType<C, R> weighed(
      String name, String permission, Class<R> result, ToIntFunction<C> weight, Rule<C, R> rule) {
    return new CommandType<>(name, permission, result, weight, rule, command -> Optional.empty());
  }

  /** Returns the same command, which names a document of one type by its key. */
  public CommandType<C, R> about(DocType<?> type, Function<C, String> key) {
    return about(command -> Optional.of(ObjectEntry.named(type.name(), key.apply(command))));
  }

  /** Returns the same command, which may name an object. */
  public CommandType<C, R> about(Function<C, Optional<ObjectEntry>> object) {
    return new CommandType<>(name, permission, result, weight, rule, object);
  }
}
