package io.jxc.core.internal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jxc.api.TenantId;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decoded rows that a lane has read or written before. They count only while the head is still the
 * lane's own last commit: a lane that learns otherwise takes a new epoch, and everything cached
 * under the old one is gone at once. Absence is cached too.
 */
public final class RowCache {
  private static final int ROW_BYTES = 300;

  private record Name(TenantId tenant, Object key) {}

  private record Entry(long epoch, Optional<?> value) {}

  /** Names a range of balances. */
  record Range(String type, List<String> prefix) {}

  private final Cache<Name, Entry> entries;

  /** Creates a cache of about so many bytes. */
  public RowCache(long bytes) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Name name, Entry entry) -> weigh(entry.value()))
            .executor(Runnable::run)
            .build();
  }

  private static int weigh(Optional<?> value) {
    Object row = value.isPresent() ? value.get() : Optional.empty();
    if (row instanceof Stored<?> stored) {
      return ROW_BYTES + 3 * stored.content().body().size();
    } else if (row instanceof List<?> rows) {
      return ROW_BYTES * (1 + rows.size());
    }
    return ROW_BYTES;
  }

  /** The part of one lane. Used by the lane's leader only. */
  Lane lane(TenantId tenant) {
    return new Lane(tenant);
  }

  /** One tenant's part of the cache. */
  final class Lane {
    private final TenantId tenant;
    private long epoch;

    private Lane(TenantId tenant) {
      this.tenant = tenant;
    }

    /** Forgets everything. */
    void forget() {
      epoch++;
    }

    @SuppressWarnings("unchecked")
    @Nullable Optional<Stored<?>> document(DocKey key) {
      // only put() below writes under a DocKey
      return (Optional<Stored<?>>) get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable Optional<BalanceRow> balance(BalanceRef key) {
      // only put() below writes under a BalanceRef
      return (Optional<BalanceRow>) get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable List<BalanceRow> range(Range key) {
      Optional<?> rows = get(key);
      // only put() below writes under a Range
      return rows == null ? null : (List<BalanceRow>) rows.orElseThrow();
    }

    private @Nullable Optional<?> get(Object key) {
      Entry entry = entries.getIfPresent(new Name(tenant, key));
      return entry == null || entry.epoch() != epoch ? null : entry.value();
    }

    void put(DocKey key, Optional<Stored<?>> document) {
      entries.put(new Name(tenant, key), new Entry(epoch, document));
    }

    void put(BalanceRef key, Optional<BalanceRow> balance) {
      entries.put(new Name(tenant, key), new Entry(epoch, balance));
    }

    void put(Range key, List<BalanceRow> rows) {
      entries.put(new Name(tenant, key), new Entry(epoch, Optional.of(List.copyOf(rows))));
    }

    void drop(Range key) {
      entries.invalidate(new Name(tenant, key));
    }
  }
}
