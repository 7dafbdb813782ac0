package io.jxc.core.internal.feed;

import io.jxc.core.internal.command.SteadyClock;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What serving subscriptions takes from outside, so that a simulation can give all of it.
 *
 * @param clock measures pauses, and never jumps
 * @param nanos measures how old a lease is, like {@link System#nanoTime}
 * @param ids draws the ids of requests
 * @param chance draws a number from 0 to 1, which spreads pauses
 */
public record Outside(Clock clock, LongSupplier nanos, Supplier<UUID> ids, DoubleSupplier chance) {
  /** Returns what a running program gives. */
  public static Outside real(Supplier<UUID> ids) {
    return new Outside(
        SteadyClock.system(),
        System::nanoTime,
        ids,
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
