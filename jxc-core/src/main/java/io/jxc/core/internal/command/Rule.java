package io.jxc.core.internal.command;

/**
 * Decides a command: a pure function of what the view shows, the command and its context. It throws
 * a {@link io.jxc.api.error.JxcException} to refuse.
 *
 * @param <C> the command
 * @param <R> its result
 */
@FunctionalInterface
public interface Rule<C, R> {
  /** Returns the changes and the result, or refuses. */
  Decision<R> decide(View view, C command, Context context);
}
