package io.jxc.core.internal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jxc.api.TenantId;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import java.util.ArrayList;
import java.util.Comparator;
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

  private record Entry(long epoch, Known<?> value) {}

  /**
   * What is known of a row: that it is like this, or that there is none.
   *
   * @param <T> the row
   * @param row the row, empty where there is none
   */
  record Known<T>(Optional<T> row) {}

  /** Names a range of balances. */
  record Range(String type, List<String> prefix) {}

  private final Cache<Name, Entry> entries;

  /** Creates a cache of about so many bytes. */
  public RowCache(long bytes) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Name name, Entry entry) -> weigh(entry.value().row()))
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
    @Nullable Known<Stored<?>> document(DocKey key) {
      // only put() below writes under a DocKey
      return (Known<Stored<?>>) get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable Known<BalanceRow> balance(BalanceRef key) {
      // only put() below writes under a BalanceRef
      return (Known<BalanceRow>) get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable List<BalanceRow> range(Range key) {
      Known<?> rows = get(key);
      // only put() below writes under a Range
      return rows == null ? null : (List<BalanceRow>) rows.row().orElseThrow();
    }

    private @Nullable Known<?> get(Object key) {
      Entry entry = entries.getIfPresent(new Name(tenant, key));
      return entry == null || entry.epoch() != epoch ? null : entry.value();
    }

    void put(DocKey key, Optional<Stored<?>> document) {
      entries.put(new Name(tenant, key), new Entry(epoch, new Known<>(document)));
    }

    void put(BalanceRef key, Optional<BalanceRow> balance) {
      entries.put(new Name(tenant, key), new Entry(epoch, new Known<>(balance)));
    }

    void put(Range key, List<BalanceRow> rows) {
      entries.put(
          new Name(tenant, key), new Entry(epoch, new Known<>(Optional.of(List.copyOf(rows)))));
    }

    /** Keeps a committed balance, and mends the cached ranges it belongs to. */
    void publish(BalanceRef ref, Optional<BalanceRow> row) {
      put(ref, row);
      for (int length = 1; length < ref.key().dimensions().size(); length++) {
        Range range = new Range(ref.type(), ref.key().dimensions().subList(0, length));
        List<BalanceRow> rows = range(range);
        if (rows != null) {
          put(range, mended(rows, ref.key(), row));
        }
      }
    }

    private static List<BalanceRow> mended(
        List<BalanceRow> rows, BalanceKey key, Optional<BalanceRow> row) {
      if (rows.size() == 1 && row.isPresent() && rows.get(0).key().equals(key)) {
        return List.of(row.get());
      }
      List<BalanceRow> mended = new ArrayList<>(rows);
      mended.removeIf(other -> other.key().equals(key));
      row.ifPresent(mended::add);
      mended.sort(Comparator.comparing(BalanceRow::key));
      return mended;
    }
  }
}
