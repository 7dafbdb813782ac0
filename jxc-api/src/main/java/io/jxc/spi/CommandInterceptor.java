package io.jxc.spi;

/**
 * Sees every command before it is decided and may refuse it; cannot change it.
 *
 * <p>It runs in the caller's thread, outside any lock, before replay and permission are looked at:
 * a repeated request passes it again. It has no rights of its own; what it calls in JXC, it calls
 * as an actor that it names. Any exception it throws reaches the caller and the command changes
 * nothing; {@link CommandInfo#veto} is the one meant for refusals.
 *
 * <pre>{@code
 * Jxc.builder().interceptor(info -> {
 *   if (stocktaking.get() && info.action().startsWith("inventory.")) {
 *     throw info.veto("closed for stocktaking");
 *   }
 * })
 * }</pre>
 */
@FunctionalInterface
public interface CommandInterceptor {
  /** Lets a command pass by returning, or refuses it by throwing. */
  void before(CommandInfo info);
}
