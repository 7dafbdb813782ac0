package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory: as exact as the others, and gone with the process.
 *
 * <p>Views never wait for commits, nor commits for views: each keeps seeing the rows of its
 * sequence, and old versions go when no open view needs them. So that this bounds the memory, a
 * view is refused after 30 s with a passing {@link StorageException}. Tenants share nothing.
 */
public final class MemoryStore implements JxcStore {
  private final ConcurrentMap<TenantId, TenantLog> tenants = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable StoreSchema> schema = new AtomicReference<>();
  private final Leases leases;
  private final LongSupplier nanos;
  private volatile boolean closed;

  private MemoryStore(Builder builder) {
    this.leases = new Leases(builder.clock);
    this.nanos = builder.nanos;
  }

  /** Returns an empty store that goes by the system's clock. */
  public static MemoryStore create() {
    return builder().build();
  }

  /** Starts the options of a store. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Takes the declarations. A store that is used again takes the same ones.
   *
   * @throws StorageException when others were registered before
   */
  @Override
  public void register(StoreSchema declared) {
    requireOpen();
    if (!schema.compareAndSet(null, declared) && !declared.equals(schema.get())) {
      throw StorageException.schema("other types were registered before");
    }
  }

  @Override
  public StoreView view(TenantId tenant) {
    return existing(tenant).view();
  }

  @Override
  public Commit commit(ChangeSet changes) {
    return forWriting(changes.tenant()).commit(changes);
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return forWriting(tenant).commitLocked(decide);
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    return existing(tenant).block(reference);
  }

  @Override
  public Head head(TenantId tenant) {
    requireOpen();
    TenantLog log = tenants.get(tenant);
    return log == null ? Head.absent(tenant) : log.head();
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    requireOpen();
    return leases.take(name, holder, timeToLive);
  }

  @Override
  public StoreHealth health() {
    String detail = closed ? "closed" : "in memory, " + tenants.size() + " tenants";
    return new StoreHealth(!closed, Durability.MEMORY, 0, detail);
  }

  /** Forgets everything; later calls are refused as closed. */
  @Override
  public void close() {
    closed = true;
    tenants.clear();
  }

  private TenantLog forWriting(TenantId tenant) {
    StoreSchema declared = requireRegistered();
    return tenants.computeIfAbsent(tenant, t -> log(t, declared));
  }

  /** Asking for tenants leaves nothing behind, so that strangers cannot fill the memory. */
  private TenantLog existing(TenantId tenant) {
    StoreSchema declared = requireRegistered();
    TenantLog log = tenants.get(tenant);
    return log == null ? log(tenant, declared) : log;
  }

  private TenantLog log(TenantId tenant, StoreSchema declared) {
    return new TenantLog(tenant, declared, nanos, this::requireOpen);
  }

  private StoreSchema requireRegistered() {
    requireOpen();
    StoreSchema declared = schema.get();
    if (declared == null) {
      throw new IllegalStateException("register the stored types first");
    }
    return declared;
  }

  private void requireOpen() {
    if (closed) {
      throw UnavailableException.closed();
    }
  }

  /** The options of a store. Not thread-safe. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private LongSupplier nanos = System::nanoTime;

    private Builder() {}

    /** Sets the clock that leases go by. Default: the system's. */
    public Builder clock(Clock leaseClock) {
      clock = Objects.requireNonNull(leaseClock, "clock");
      return this;
    }

    /** Sets what the life of views is measured with; for tests. */
    Builder nanos(LongSupplier source) {
      nanos = source;
      return this;
    }

    /** Returns a new, empty store. */
    public MemoryStore build() {
      return new MemoryStore(this);
    }
  }
}
