package io.jxc.core.internal.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock for measuring pauses: it begins anywhere and never jumps. The clock of the wall may be
 * put back by a day, and a pause that goes by it would then last a day.
 */
public final class SteadyClock extends Clock {
  private final LongSupplier nanos;

  private SteadyClock(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Returns a clock that goes by the nanoseconds of this JVM. */
  public static SteadyClock system() {
    return new SteadyClock(System::nanoTime);
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
