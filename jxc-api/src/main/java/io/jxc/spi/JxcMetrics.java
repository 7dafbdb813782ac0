package io.jxc.spi;

import io.jxc.api.health.FeedLag;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hears what the library does and how long it takes; for dashboards. Every method does nothing
 * unless it is overridden. For Micrometer there is {@code io.jxc.micrometer.MicrometerMetrics}.
 *
 * <p>All methods are called on one thread of the library's own, within some 50 ms, never by a
 * command: an implementation needs no synchronisation of its own, and one that is slow, hangs or
 * throws harms nobody. What it throws is logged once; while it falls behind by more than some
 * thousand reports, further ones are dropped, which is logged once, too.
 *
 * <p>Commands of joined host transactions and of previews are not reported: the one is the host's
 * to count, the other changes nothing.
 *
 * <pre>{@code
 * AtomicLong committed = new AtomicLong();
 * JxcMetrics metrics = new JxcMetrics() {
 *   @Override
 *   public void command(String action, Outcome outcome, Duration waited) {
 *     if (outcome == Outcome.COMMITTED) {
 *       committed.incrementAndGet();
 *     }
 *   }
 * };
 * Jxc.builder().store(store).metrics(metrics).build();
 * }</pre>
 */
public interface JxcMetrics {
  /** Hears of nothing. */
  JxcMetrics NONE = new JxcMetrics() {};

  /** What became of a command. */
  enum Outcome {
    /** It was decided and committed. */
    COMMITTED,
    /** It had been committed before under its request id: the stored answer was given. */
    REPLAYED,
    /** It was refused for what it says or asks: input, permission, not found, rule, conflict. */
    REJECTED,
    /** Other nodes kept changing the tenant until it was given up; nothing was changed. */
    CONFLICT_EXHAUSTED,
    /** Nobody could find out whether it was committed; the same request id tells later. */
    UNKNOWN,
    /** It did not happen, through no fault of its own: overload, deadline, store, a defect. */
    FAILED
  }

  /** Why commands were decided more than once. */
  enum Redecision {
    /** Another node had committed meanwhile: decided again under the tenant's lock. */
    HEAD_MOVED,
    /** The store refused the batch as a whole: each half was decided anew. */
    SPLIT,
    /** Something that had been taken for new was not: decided again with everything looked up. */
    DISTRUSTED
  }

  /**
   * A command has its outcome.
   *
   * @param action stable name, for example {@code sales.place}
   * @param waited how long it waited for its batch; for one that no batch took, until it ended
   */
  default void command(String action, Outcome outcome, Duration waited) {}

  /** A batch of commands has ended. */
  default void batch(Batch batch) {}

  /**
   * A durable subscription has given up an event, which is kept to be replayed.
   *
   * @param subscription name of the subscription
   */
  default void parked(String subscription) {}

  /**
   * The instance is open. Called once, at the start.
   *
   * @param feed tells how far behind each listener and subscription is, whenever asked, by any
   *     thread, without touching the store. The names in it never change
   */
  default void opened(Supplier<List<FeedLag>> feed) {}

  /**
   * What a batch of one tenant was, and how it went.
   *
   * @param tenant code of the tenant
   * @param commands commands in it
   * @param weight rows that they were estimated to change
   * @param rounds times it was decided, each after a fetch of what was missing; 1 when nothing was
   * @param redecisions times it, or a part of it, was decided anew, by cause
   * @param deciding time spent on decisions and on fetching for them
   * @param committing time the store took for commits, refused ones included
   * @param cacheHits rows that were found in the cache
   * @param cacheMisses rows that were not
   */
  record Batch(
      String tenant,
      int commands,
      int weight,
      int rounds,
      Redecisions redecisions,
      Duration deciding,
      Duration committing,
      long cacheHits,
      long cacheMisses) {}

  /**
   * How often a batch, or a part of it, was decided anew.
   *
   * @param headMoved see {@link Redecision#HEAD_MOVED}
   * @param split see {@link Redecision#SPLIT}
   * @param distrusted see {@link Redecision#DISTRUSTED}
   */
  record Redecisions(int headMoved, int split, int distrusted) {
    /** Returns how often for one cause. */
    public int of(Redecision cause) {
      return switch (cause) {
        case HEAD_MOVED -> headMoved;
        case SPLIT -> split;
        case DISTRUSTED -> distrusted;
      };
    }
  }
}
