package io.jxc.core.internal.feed;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.jxc.api.Actor;
import io.jxc.api.TenantId;
import io.jxc.api.error.ConflictException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.command.Road;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one durable subscription, a step at a time: look what waits, hold the lease, deliver in
 * order, keep the place. It never waits for a pause; it says "later" and is asked again. Used by
 * one thread.
 */
final class SubscriptionRunner {
  /** What became of a step. */
  enum Served {
    /** Nothing waits. */
    IDLE,
    /** More waits, go on at once. */
    MORE,
    /** Something waits that cannot be delivered now. */
    LATER
  }

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRunner.class);
  private static final Duration KEEP_EVERY = Duration.ofSeconds(5);
  private static final int BATCH = 100;
  private static final int MAX_ERROR = 500;

  private final Subscription subscription;
  private final JxcStore store;
  private final Road road;
  private final Outside outside;
  private final Clock clock;
  private final String holder;
  private final Meter meter;
  private final Delivery deliverer;
  private final Waiting waiting;
  private final SubscriptionReader reader;
  private final Retry retry;
  private final CircuitBreaker breaker;
  private final Map<TenantId, Track> tracks = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /**
   * Creates the runner of one node.
   *
   * @param waiting told how far it has come
   */
  SubscriptionRunner(
      Subscription subscription, SubscriptionHub.Node node, Delivery deliverer, Waiting waiting) {
    this.subscription = subscription;
    this.store = node.store();
    this.road = node.road();
    this.outside = node.outside();
    this.clock = outside.clock();
    this.holder = node.holder();
    this.meter = node.meter();
    this.deliverer = deliverer;
    this.waiting = waiting;
    this.reader = new SubscriptionReader(subscription, store, outside.nanos(), BATCH);
    this.retry = Patience.retry(subscription, outside.chance());
    this.breaker = Patience.breaker(subscription, clock);
  }

  /** Makes a step for a tenant. */
  Served serve(TenantId tenant) throws InterruptedException {
    Track track = tracks.computeIfAbsent(tenant, added -> new Track(nanos()));
    if (deliverer.stuck()) {
      giveBack(tenant, track);
      return Served.LATER;
    }
    if (clock.instant().isBefore(track.notBefore)) {
      return Served.LATER;
    }
    SubscriptionReader.Work work = reader.look(tenant, track);
    if (work.nothing() && !track.dirty) {
      return Served.IDLE;
    }
    work.events().stream().findFirst().ifPresent(next -> waiting.reached(tenant, next.at()));
    long before = track.token;
    if (!hold(tenant, track)) {
      return Served.LATER;
    }
    if (track.token != before) {
      // somebody else may have delivered until now: what is kept counts, not what was known here
      track.incarnation = "";
      work = reader.look(tenant, track);
    }
    Served served = deliver(tenant, track, work);
    return keep(tenant, track) ? served : Served.LATER;
  }

  /** Tells whether a tenant's log has moved since it was last looked at. */
  boolean moved(TenantId tenant) {
    Track track = tracks.get(tenant);
    return track == null || track.seen != store.head(tenant).sequence();
  }

  /** Returns how long a tenant that was told "later" must still wait; not positive = no more. */
  Duration pause(TenantId tenant) {
    Track track = tracks.get(tenant);
    return track == null ? Duration.ZERO : Duration.between(clock.instant(), track.notBefore);
  }

  /** Returns how many events are parked, as far as it has looked. Asked by any thread. */
  long parked() {
    return tracks.values().stream().mapToLong(track -> track.parked).sum();
  }

  /** Begins nothing more; what runs is the last. */
  void stop() {
    stopping = true;
  }

  /** Gives all leases back, so that other nodes need not wait for their end. */
  void end() {
    tracks.forEach(this::giveBack);
  }

  private Served deliver(TenantId tenant, Track track, SubscriptionReader.Work work)
      throws InterruptedException {
    if (!replay(tenant, track, work)) {
      return Served.LATER;
    }
    for (JxcEvent event : work.events()) {
      waiting.reached(tenant, event.at());
      if (!mayGoOn(tenant, track) || !deliver(tenant, track, event)) {
        return Served.LATER;
      }
      if (nanos() - track.keptAt > KEEP_EVERY.toNanos() && !keep(tenant, track)) {
        return Served.LATER;
      }
    }
    track.readTo = Math.max(track.readTo, work.readTo());
    work.damaged().ifPresent(damaged -> park(tenant, track, damaged));
    return work.more() ? Served.MORE : Served.IDLE;
  }

  /** Delivers parked events once more; false when it is to be gone on with later. */
  private boolean replay(TenantId tenant, Track track, SubscriptionReader.Work work)
      throws InterruptedException {
    for (JxcEvent event : work.replays()) {
      if (!mayGoOn(tenant, track)) {
        return false;
      }
      Optional<Throwable> failure = attempt(tenant, track, event);
      if (failure.isEmpty()) {
        track.replayed.add(event.sequence());
      } else {
        track.failures.add(new Progress.Failure(event.sequence(), 1, text(failure.get())));
      }
      track.dirty = true;
    }
    for (DamagedEvent lost : work.lost()) {
      track.failures.add(new Progress.Failure(lost.sequence(), 1, text(lost.damage())));
      track.dirty = true;
    }
    return true;
  }

  private boolean mayGoOn(TenantId tenant, Track track) {
    if (stopping || deliverer.stuck() || !hold(tenant, track)) {
      return false;
    }
    if (breaker.tryAcquirePermission()) {
      return true;
    }
    track.notBefore = clock.instant().plus(subscription.retries().firstPause());
    return false;
  }

  /** Delivers an event or parks it; false when it is to be tried again later. */
  private boolean deliver(TenantId tenant, Track track, JxcEvent event)
      throws InterruptedException {
    Optional<Throwable> failure = attempt(tenant, track, event);
    if (failure.isEmpty()) {
      track.delivered(event.sequence());
      return true;
    }
    if (stopping) {
      return false;
    }
    long pause = patience(track, event).onError(failure.get());
    track.attempts++;
    if (pause >= 0) {
      track.notBefore = clock.instant().plusMillis(pause);
      track.dirty = true;
      LOG.debug("{}: event {} of {} failed", name(), event.sequence(), tenant, failure.get());
      return false;
    }
    park(tenant, track, event.sequence(), failure.get());
    return true;
  }

  private void park(TenantId tenant, Track track, long event, Throwable failure) {
    LOG.error(
        "{}: event {} of {} is parked after {} attempts",
        name(),
        event,
        tenant,
        track.attempts,
        failure);
    track.failures.add(new Progress.Failure(event, track.attempts, text(failure)));
    track.delivered(event);
    meter.parked(name());
  }

  /** No attempt helps while an event cannot be read: it waits, parked, for its row to be mended. */
  private void park(TenantId tenant, Track track, DamagedEvent damaged) {
    track.attempts = 1;
    park(tenant, track, damaged.sequence(), damaged.damage());
  }

  /** Returns who counts the attempts at an event, those of earlier processes and nodes included. */
  private Retry.AsyncContext<Void> patience(Track track, JxcEvent event) {
    if (track.failing != event.sequence()) {
      track.failing = event.sequence();
      track.attempts = 0;
      track.retry = null;
    }
    Retry.AsyncContext<Void> patience = track.retry;
    if (patience == null) {
      patience = retry.asyncContext();
      for (int earlier = 0; earlier < track.attempts; earlier++) {
        patience.onError(new TimeoutException("failed before"));
      }
      track.retry = patience;
    }
    return patience;
  }

  private Optional<Throwable> attempt(TenantId tenant, Track track, JxcEvent event)
      throws InterruptedException {
    long start = nanos();
    Optional<Throwable> failure;
    try {
      failure =
          deliverer.deliver(event, subscription.lease().dividedBy(3), () -> hold(tenant, track));
    } catch (InterruptedException | RuntimeException | Error e) {
      breaker.releasePermission();
      throw e;
    }
    long took = nanos() - start;
    failure.ifPresentOrElse(
        cause -> breaker.onError(took, TimeUnit.NANOSECONDS, cause),
        () -> breaker.onSuccess(took, TimeUnit.NANOSECONDS));
    return failure;
  }

  /** Keeps the place; false when that did not succeed, or the work was void. */
  private boolean keep(TenantId tenant, Track track) {
    if (!track.dirty) {
      return true;
    }
    Progress progress =
        new Progress(
            outside.ids().get().toString(),
            name(),
            new Progress.Fence(track.incarnation, track.generation, track.token),
            track.sequence,
            new Progress.Trying(track.failing, track.attempts),
            track.failures,
            track.replayed);
    try {
      road.execute(
          Actor.of(tenant.value(), TenantRules.SYSTEM), SubscriptionRules.PROGRESS, progress);
      track.kept(nanos());
      return true;
    } catch (ConflictException e) {
      LOG.info("{}: another node or a replay has moved the place in {}", name(), tenant, e);
      tracks.remove(tenant);
      return false;
    } catch (RuntimeException e) {
      LOG.warn("{}: the place in {} could not be kept, tries again", name(), tenant, e);
      track.notBefore = clock.instant().plus(subscription.retries().firstPause());
      return false;
    }
  }

  /** Takes or renews the lease, well before it ends; false when another node has it. */
  private boolean hold(TenantId tenant, Track track) {
    long now = nanos();
    if (track.token > 0 && now - track.renewAt < 0) {
      return true;
    }
    Optional<Lease> lease = store.lease(leaseName(tenant), holder, subscription.lease());
    track.token = lease.map(Lease::token).orElse(0L);
    track.renewAt = now + subscription.lease().toNanos() / 3;
    return lease.isPresent();
  }

  private void giveBack(TenantId tenant, Track track) {
    if (track.token > 0) {
      track.token = 0;
      try {
        store.lease(leaseName(tenant), holder, Duration.ZERO);
      } catch (RuntimeException e) {
        LOG.debug("{}: the lease for {} ends by itself", name(), tenant, e);
      }
    }
  }

  private String leaseName(TenantId tenant) {
    return "subscription/" + tenant.value() + "/" + name();
  }

  private long nanos() {
    return outside.nanos().getAsLong();
  }

  private String name() {
    return subscription.name();
  }

  private static String text(Throwable failure) {
    String text = failure.toString();
    return text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR);
  }
}
