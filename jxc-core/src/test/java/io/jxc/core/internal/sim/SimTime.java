package io.jxc.core.internal.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Virtual time: it moves when the simulator moves it, and for everybody at once. */
final class SimTime {
  private final Instant start;
  private long nanos;

  SimTime(Instant start) {
    this.start = start;
  }

  long nanos() {
    return nanos;
  }

  Instant now() {
    return start.plusNanos(nanos);
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** The clock of a machine, which may be wrong by an offset that changes. */
  Clock wrongBy(Supplier<Duration> offset) {
    return new Shown(() -> now().plus(offset.get()));
  }

  /** The true time, by which the store's leases go. */
  Clock exact() {
    return new Shown(this::now);
  }

  /** A clock for pauses, which knows no date. */
  Clock steady() {
    return new Shown(() -> Instant.EPOCH.plusNanos(nanos));
  }

  private static final class Shown extends Clock {
    private final Supplier<Instant> shown;

    private Shown(Supplier<Instant> shown) {
      this.shown = shown;
    }

    @Override
    public Instant instant() {
      return shown.get();
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
}
