package io.jxc.api.feed;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.spi.JxcListener;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A durable subscription: a listener that hears of every event at least once, in the order of each
 * tenant's log, across restarts and nodes. The place it has reached is kept in the store under its
 * name; of all nodes that serve a name, one delivers at a time.
 *
 * <pre>{@code
 * Jxc.builder()
 *     .store(store)
 *     .subscription(Subscription.named("erp-sync").listener(erp::send).tenants("acme"))
 *     .build();
 * }</pre>
 *
 * <p>An event whose listener throws, or takes longer than the time limit, is tried again after
 * growing pauses with some chance in them. After the last attempt it is <em>parked</em>: kept
 * visible, to be replayed by hand, and the next event is delivered. While most deliveries fail,
 * attempts are only made now and then, so that a system that is down is not hammered.
 *
 * <p>Instances are immutable. A listener drops what it hears twice by {@link
 * io.jxc.api.event.JxcEvent#sequence() sequence}.
 *
 * @param name permanent name, form of a code; part of what is stored
 * @param listener hears of the events, on a thread of its own
 * @param start where it begins in a tenant that it has never served
 * @param tenants tenants served from the start; others are, once this instance works with them
 * @param retries how failures are treated
 * @param timeLimit how long one event may take: 10 ms to 1 h; 30 s unless told
 * @param lease how long a node that died holds a tenant's deliveries up: 1 s to 10 min; 15 s unless
 *     told
 */
public record Subscription(
    String name,
    JxcListener listener,
    Start start,
    Set<TenantId> tenants,
    Retries retries,
    Duration timeLimit,
    Duration lease) {

  /** Where a subscription begins in a tenant that it has never served. */
  public enum Start {
    /** At the first event that ever was. */
    FIRST_EVENT,
    /** Behind the newest event: it hears of what comes. */
    NOW
  }

  /**
   * How failures are treated.
   *
   * @param attempts how often an event is tried before it is parked: 1 to 1,000; 10 unless told
   * @param firstPause pause after the first failure: 1 ms to 1 h; 200 ms unless told. Each further
   *     pause is twice as long, give or take half of it
   * @param longestPause longest pause, at least the first one, at most 1 day; 1 min unless told
   */
  public record Retries(int attempts, Duration firstPause, Duration longestPause) {
    /** What holds unless told. */
    public static final Retries DEFAULT =
        new Retries(10, Duration.ofMillis(200), Duration.ofMinutes(1));

    /**
     * Checks the bounds.
     *
     * @throws io.jxc.api.error.InvalidCommandException {@code number.range}
     */
    public Retries {
      Checks checks = new Checks();
      checks.require(
          attempts >= 1 && attempts <= 1_000,
          "attempts",
          ErrorCode.NUMBER_RANGE,
          "1..1000",
          Integer.toString(attempts));
      bounded(checks, "firstPause", firstPause, Duration.ofMillis(1), Duration.ofHours(1));
      bounded(checks, "longestPause", longestPause, firstPause, Duration.ofDays(1));
      checks.done();
    }
  }

  /**
   * A subscription that lacks its listener.
   *
   * @param name permanent name
   */
  public record Named(String name) {
    /**
     * Returns the subscription.
     *
     * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
     */
    public Subscription listener(JxcListener listener) {
      return new Subscription(
          name,
          listener,
          Start.FIRST_EVENT,
          Set.of(),
          Retries.DEFAULT,
          Duration.ofSeconds(30),
          Duration.ofSeconds(15));
    }
  }

  /** Checks the options; start with {@link #named}. */
  @Internal
  public Subscription {
    Checks checks = new Checks();
    name = checks.code("name", name);
    tenants = Set.copyOf(tenants);
    bounded(checks, "timeLimit", timeLimit, Duration.ofMillis(10), Duration.ofHours(1));
    bounded(checks, "lease", lease, Duration.ofSeconds(1), Duration.ofMinutes(10));
    checks.done();
  }

  /** Names a subscription. */
  public static Named named(String name) {
    return new Named(name);
  }

  /** Begins behind the newest event of a tenant that was never served before. */
  public Subscription fromNow() {
    return new Subscription(name, listener, Start.NOW, tenants, retries, timeLimit, lease);
  }

  /** Serves these tenants from the start, before anybody opens a session for them. */
  public Subscription tenants(String... codes) {
    Set<TenantId> all = new LinkedHashSet<>(tenants);
    Arrays.stream(codes).map(TenantId::of).forEach(all::add);
    return new Subscription(name, listener, start, all, retries, timeLimit, lease);
  }

  /** Sets how failures are treated. */
  public Subscription retries(int attempts, Duration firstPause, Duration longestPause) {
    Retries given = new Retries(attempts, firstPause, longestPause);
    return new Subscription(name, listener, start, tenants, given, timeLimit, lease);
  }

  /** Sets how long one event may take. */
  public Subscription timeLimit(Duration limit) {
    return new Subscription(name, listener, start, tenants, retries, limit, lease);
  }

  /** Sets how long a node that died holds a tenant's deliveries up. */
  public Subscription lease(Duration time) {
    return new Subscription(name, listener, start, tenants, retries, timeLimit, time);
  }

  private static void bounded(
      Checks checks, String path, Duration found, Duration least, Duration most) {
    checks.require(
        found.compareTo(least) >= 0 && found.compareTo(most) <= 0,
        path,
        ErrorCode.NUMBER_RANGE,
        least + ".." + most,
        found.toString());
  }
}
