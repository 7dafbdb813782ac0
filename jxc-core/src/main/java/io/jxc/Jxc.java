package io.jxc;

import com.fasterxml.uuid.Generators;
import com.google.inject.Guice;
import com.google.inject.Stage;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Sessions;
import io.jxc.api.TenantId;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.api.health.FeedLag;
import io.jxc.api.health.JxcHealth;
import io.jxc.api.tenant.NewTenant;
import io.jxc.api.tenant.TenantInfo;
import io.jxc.core.internal.command.LaneLimits;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.command.ResultPurge;
import io.jxc.core.internal.command.SteadyClock;
import io.jxc.core.internal.feed.ListenerHub;
import io.jxc.core.internal.feed.Outside;
import io.jxc.core.internal.feed.ReportingListener;
import io.jxc.core.internal.feed.StoreEventReader;
import io.jxc.core.internal.feed.SubscriptionHub;
import io.jxc.core.internal.session.DefaultSession;
import io.jxc.core.internal.session.Features;
import io.jxc.core.internal.session.GuardedStore;
import io.jxc.core.internal.session.HealthProbe;
import io.jxc.core.internal.session.KernelModule;
import io.jxc.core.internal.session.ReadWatch;
import io.jxc.core.internal.session.SessionParts;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.spi.CommandInterceptor;
import io.jxc.spi.JxcListener;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * An instance of the library over one store. Thread-safe; any number of them work side by side.
 *
 * <pre>{@code
 * try (Jxc jxc = Jxc.builder().store(JdbcStore.h2(Path.of("shop")).build()).build()) {
 *   jxc.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));
 *   JxcSession root = jxc.as(Actor.of("acme", "root"));
 * }
 * }</pre>
 */
public final class Jxc implements Sessions, AutoCloseable {
  private static final Duration LISTENER_POLL = Duration.ofSeconds(1);
  private static final Duration LISTENER_GRACE = Duration.ofSeconds(5);

  private final JxcStore store;
  private final boolean assertedRoles;
  private final SessionParts parts;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicBoolean closed;
  private final ListenerHub hub;
  private final SubscriptionHub subscriptions;
  private final Clock clock;
  private final HealthProbe probe;
  private final Meter meter;
  private volatile Optional<Instant> lastCommit = Optional.empty();

  private Jxc(Builder builder, JxcStore given) {
    ReadWatch watch = new ReadWatch(builder.readLimit);
    this.store = new GuardedStore(given, SteadyClock.system(), watch);
    this.assertedRoles = builder.assertedRoles;
    this.closed = new AtomicBoolean();
    store.register(Features.schema());
    watch.start();
    this.clock = builder.clock;
    this.probe = new HealthProbe(store::health, HealthProbe.TIME_LIMIT);
    this.meter = new Meter(builder.metrics);
    ListenerHub.Waits waits = new ListenerHub.Waits(LISTENER_POLL, LISTENER_GRACE, builder.clock);
    this.hub = new ListenerHub(builder.reportingListeners(), new StoreEventReader(store), waits);
    KernelModule.Kernel kernel =
        new KernelModule.Kernel(
            store,
            builder.clock,
            builder.ids,
            new LaneLimits(
                builder.maxWaiting,
                LaneLimits.DEFAULT.batchCommands(),
                store.batchRows(),
                builder.deadline),
            builder.cacheBytes,
            builder.interceptors,
            meter,
            this::committed,
            closed::get);
    this.parts =
        Guice.createInjector(Stage.PRODUCTION, Features.modules(new KernelModule(kernel)))
            .getInstance(SessionParts.class);
    SubscriptionHub.Node node =
        new SubscriptionHub.Node(
            store, parts.road(), Outside.real(builder.ids), UUID.randomUUID().toString(), meter);
    subscriptions = SubscriptionHub.start(builder.subscriptions, node, waits);
    meter.opened(this::lags);
    probe.ask();
  }

  private void committed(TenantId tenant) {
    lastCommit = Optional.of(clock.instant());
    hub.committed(tenant);
    subscriptions.committed(tenant);
  }

  /** Starts an instance; only the store is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a tenant with its first administrator, or finds it created: idempotent.
   *
   * @throws io.jxc.api.error.ConflictException {@code tenant.conflict} when it exists with another
   *     currency
   */
  public TenantInfo provision(NewTenant tenant) {
    hub.watchNew(tenant.tenant());
    Actor system = Actor.of(tenant.tenant().value(), TenantRules.SYSTEM);
    TenantInfo provisioned = parts.road().execute(system, TenantRules.PROVISION, tenant);
    subscriptions.watch(tenant.tenant());
    return provisioned;
  }

  /**
   * Deletes the stored answers to requests that are older than the tenant's {@link
   * io.jxc.api.tenant.TenantSettings#resultRetention retention}, at most 1,000 in one commit, each
   * of which stands in the audit. Never one that is younger. Whoever repeats a request whose answer
   * is gone asks anew: the command is done once more, unless an external id or a rule refuses it.
   * For hosts to call now and then, say once a day; any node may.
   *
   * @return how many were deleted
   * @throws io.jxc.api.error.NotFoundException {@code tenant.not-provisioned}
   */
  public long purgeResults(TenantId tenant) {
    return new ResultPurge(store, parts.road(), clock).run(tenant);
  }

  @Override
  public JxcSession as(Actor actor) {
    if (closed.get()) {
      throw UnavailableException.closed();
    }
    Set<String> asserted = actor.assertedRoles();
    if (!asserted.isEmpty() && !assertedRoles) {
      throw InvalidCommandException.of(
          "actor.roles",
          ErrorCode.ROLES_NOT_ASSERTABLE,
          "Jxc.builder().allowAssertedRoles()",
          asserted.toString());
    }
    hub.watch(actor.tenant());
    subscriptions.watchKnown(actor.tenant());
    return new DefaultSession(actor, parts);
  }

  /**
   * Tells how this instance does: whether its store answers, what it keeps, when it last committed,
   * and how far behind listeners and subscriptions are. Never throws; answers within two seconds,
   * whatever the store does, and also when closed.
   */
  public JxcHealth health() {
    StoreHealth stored = closed.get() ? probe.down("this instance is closed") : probe.ask();
    return new JxcHealth(stored, lastCommit, lags());
  }

  private List<FeedLag> lags() {
    List<FeedLag> all = new ArrayList<>(hub.lags());
    all.addAll(subscriptions.lags());
    return all;
  }

  /** Ends commands under way, takes no more, and closes the store. Closing twice does nothing. */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      // they write down how far they came, so before the roads are closed
      subscriptions.close();
      closed.set(true);
      parts.road().close();
      hub.close();
      store.close();
      meter.close();
    }
  }

  /** Collects the options of an instance. Not thread-safe. */
  public static final class Builder {
    private Optional<JxcStore> store = Optional.empty();
    private final List<CommandInterceptor> interceptors = new ArrayList<>();
    private final List<JxcListener> listeners = new ArrayList<>();
    private Optional<BiConsumer<JxcEvent, Throwable>> listenerError = Optional.empty();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Supplier<UUID> ids = Generators.timeBasedEpochGenerator()::generate;
    private JxcMetrics metrics = JxcMetrics.NONE;
    private boolean assertedRoles;
    private int maxWaiting = LaneLimits.DEFAULT.queue();
    private Duration deadline = LaneLimits.DEFAULT.deadline();
    private Duration readLimit = ReadWatch.LIMIT;
    private long cacheBytes = 64L << 20;

    private Builder() {}

    /** Sets where everything is kept; required. The instance closes it. */
    public Builder store(JxcStore where) {
      store = Optional.of(where);
      return this;
    }

    /** Adds an interceptor, asked before every command in the caller's thread. */
    public Builder interceptor(CommandInterceptor interceptor) {
      interceptors.add(interceptor);
      return this;
    }

    /**
     * Adds a listener, which hears of every event from now on, in order, on a thread of its own. It
     * hears of the tenants that this instance has opened a session for, whichever node commits.
     */
    public Builder listener(JxcListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Hears what listeners throw, on the listener's thread, besides the log; nothing unless told.
     * An event that is damaged in the store is passed over and told here as an {@link
     * io.jxc.api.event.UnknownEvent} without payload. Failures of durable subscriptions are not
     * told: they are tried again, and parked in the end.
     */
    public Builder onListenerError(BiConsumer<JxcEvent, Throwable> report) {
      listenerError = Optional.of(report);
      return this;
    }

    private List<JxcListener> reportingListeners() {
      return listenerError
          .map(
              report ->
                  listeners.stream()
                      .<JxcListener>map(listener -> new ReportingListener(listener, report))
                      .toList())
          .orElse(listeners);
    }

    /**
     * Adds a durable subscription: its listener hears of every event at least once, in order,
     * across restarts and nodes. It serves the tenants it names, and those that this instance has
     * opened a session for.
     *
     * @throws DuplicateKeyException for a second one of the same name
     */
    public Builder subscription(Subscription subscription) {
      if (subscriptions.stream().anyMatch(s -> s.name().equals(subscription.name()))) {
        throw new DuplicateKeyException("subscription", subscription.name());
      }
      subscriptions.add(subscription);
      return this;
    }

    /** Sets who hears what is done and how long it takes; nobody unless told. */
    public Builder metrics(JxcMetrics host) {
      metrics = host;
      return this;
    }

    /** Sets the clock; the system's in UTC unless told. Block times never run back. */
    public Builder clock(Clock time) {
      clock = time;
      return this;
    }

    /** Sets the source of ids: UUIDs of version 7 unless told. They must never repeat. */
    public Builder idGenerator(Supplier<UUID> source) {
      ids = source;
      return this;
    }

    /** Lets actors carry roles that the host vouches for. */
    public Builder allowAssertedRoles() {
      assertedRoles = true;
      return this;
    }

    /** Sets how many commands of a tenant may wait: 1 to 1,000,000; 10,000 unless told. */
    public Builder maxWaiting(int commands) {
      maxWaiting = (int) bounded("maxWaiting", commands, 1, 1_000_000);
      return this;
    }

    /** Sets how long a command may wait to be decided: 10 ms to 10 min; 30 s unless told. */
    public Builder commandDeadline(Duration limit) {
      bounded("commandDeadline in ms", limit.toMillis(), 10, 600_000);
      deadline = limit;
      return this;
    }

    /**
     * Sets how long one snapshot may be read: 10 ms to 10 min; 30 s unless told. A read that hangs
     * is interrupted then, and its caller told with {@code unavailable.deadline}.
     */
    public Builder readLimit(Duration limit) {
      bounded("readLimit in ms", limit.toMillis(), 10, 600_000);
      readLimit = limit;
      return this;
    }

    /** Sets the bytes for cached rows, about: 1 MB to 16 GB; 64 MB unless told. */
    public Builder cacheBytes(long bytes) {
      cacheBytes = bounded("cacheBytes", bytes, 1 << 20, 16L << 30);
      return this;
    }

    /**
     * Opens the instance.
     *
     * @throws InvalidCommandException {@code value.missing} without a store
     * @throws io.jxc.api.error.StorageException when the stored schema does not fit
     */
    public Jxc build() {
      JxcStore given =
          store.orElseThrow(
              () ->
                  InvalidCommandException.of(
                      "store", ErrorCode.VALUE_MISSING, "a store, see JdbcStore", "none"));
      return new Jxc(this, given);
    }

    private static long bounded(String option, long value, long least, long most) {
      if (value < least || value > most) {
        throw InvalidCommandException.of(
            option, ErrorCode.NUMBER_RANGE, least + ".." + most, Long.toString(value));
      }
      return value;
    }
  }
}
