package io.jxc.core.internal.feed;

import io.github.resilience4j.retry.Retry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node knows of one subscription in one tenant. Used by the subscription's thread. */
final class Track {
  /** History and place that this knowledge belongs to; unknown before the first look. */
  String incarnation = "";

  long generation;

  /** Everything up to here is delivered, or among the failures. */
  long sequence;

  /** Everything up to here was looked at; behind {@link #sequence} there was no event. */
  long readTo;

  /** The head at the last look. */
  long seen = -1;

  /** Fencing token of the lease; 0 = none. */
  long token;

  /** When the lease should be renewed, in nanoseconds of this JVM. */
  long renewAt;

  /** When the place was last kept, in nanoseconds of this JVM. */
  long keptAt;

  /** Nothing is tried before. */
  Instant notBefore = Instant.MIN;

  /** Events that are parked, as was kept; read by other threads, too. */
  volatile long parked;

  /** What is delivered or given up and not kept yet. */
  boolean dirty;

  final List<Progress.Failure> failures = new ArrayList<>();
  final List<Long> replayed = new ArrayList<>();

  /** The event that fails, and how often it did. */
  long failing;

  int attempts;
  Retry.@Nullable AsyncContext<Void> retry;

  Track(long now) {
    keptAt = now;
  }

  void delivered(long event) {
    sequence = Math.max(sequence, event);
    readTo = Math.max(readTo, sequence);
    dirty = true;
    succeeded();
  }

  /** Takes over what is known of an event that failed before. */
  void failed(long event, int times) {
    failing = event;
    attempts = times;
    retry = null;
  }

  void succeeded() {
    failing = 0;
    attempts = 0;
    retry = null;
  }

  void kept(long now) {
    dirty = false;
    failures.clear();
    replayed.clear();
    keptAt = now;
  }
}
