package io.jxc.core.internal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decoded rows that a lane has read or written before. They count only while the head is still the
 * lane's own last commit: a lane that learns otherwise takes a new epoch, and everything cached
 * under the old one is gone at once. Absence is cached too.
 */
public final class RowCache {
  private static final int ROW_BYTES = 300;

  /**
   * A lane's name for a row: what one lane has read means nothing to a later one. Compared by hand,
   * here and in what it names: every look hashes and compares one, and what a record generates for
   * that goes through the same few calls as every other record's.
   */
  private static final class Name {
    private final long lane;
    private final Object key;
    private final int hash;

    Name(long lane, Object key) {
      this.lane = lane;
      this.key = key;
      this.hash = 31 * Long.hashCode(this.lane) + key.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Name that
          && hash == that.hash
          && lane == that.lane
          && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Names a range of balances. */
  record Range(String type, List<String> prefix) {}

  /**
   * What is known of a document: that it is like this, or that there is none.
   *
   * @param row the document
   * @param lines its lines, where they were read or written
   */
  record Document(Optional<Stored<?>> row, @Nullable List<StoredLine<?>> lines) {}

  /** A place in the cache. Read and written by the leader of one lane. */
  private static final class Cell {
    private final int bytes;
    private long epoch;
    private Object value;

    Cell(int bytes, long epoch, Object value) {
      this.bytes = bytes;
      this.epoch = epoch;
      this.value = value;
    }
  }

  private final Cache<Name, Cell> cells;
  private final AtomicLong lanes = new AtomicLong();

  /** Creates a cache of about so many bytes. */
  public RowCache(long bytes) {
    cells =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Name name, Cell cell) -> cell.bytes)
            .executor(Runnable::run)
            .build();
  }

  /** The part of one lane. Used by the lane's leader only. */
  Lane lane() {
    return new Lane(lanes.incrementAndGet());
  }

  /** One tenant's part of the cache. */
  final class Lane {
    private final long number;

    /** Numbers of dimensions that cached ranges of a type have. */
    private final Map<String, Set<Integer>> rangeLengths = new HashMap<>();

    private long epoch;
    private int looks;
    private long hits;
    private long misses;

    private Lane(long number) {
      this.number = number;
    }

    /** Forgets everything. */
    void forget() {
      epoch++;
      rangeLengths.clear();
    }

    @Nullable Document document(DocKey key) {
      return (Document) get(key);
    }

    /** Returns what was known of a document before something was forgotten, or still is. */
    @Nullable Document remembered(DocKey key) {
      Cell cell = cell(key);
      return cell == null ? null : (Document) cell.value;
    }

    /** Returns a balance; one that has no row is all zero and has version 0. */
    @Nullable BalanceRow balance(BalanceRef key) {
      return (BalanceRow) get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable List<BalanceRow> range(Range key) {
      // only put() below writes under a Range
      return (List<BalanceRow>) get(key);
    }

    private @Nullable Object get(Object key) {
      Cell cell = cell(key);
      if (cell == null || cell.epoch != epoch) {
        misses++;
        return null;
      }
      hits++;
      return cell.value;
    }

    /** Returns how many rows were found since the last call. */
    long takeHits() {
      long taken = hits;
      hits = 0;
      return taken;
    }

    /** Returns how many rows were looked for in vain since the last call. */
    long takeMisses() {
      long taken = misses;
      misses = 0;
      return taken;
    }

    /** Noting every look would cost more than the looks: one of eight tells what is in use. */
    private @Nullable Cell cell(Object key) {
      Name name = new Name(number, key);
      return (looks++ & 7) == 0
          ? cells.getIfPresent(name)
          : cells.policy().getIfPresentQuietly(name);
    }

    void put(DocKey key, Document document) {
      int bytes = ROW_BYTES + document.row().map(row -> 3 * row.content().body().size()).orElse(0);
      if (document.lines() != null) {
        for (StoredLine<?> line : document.lines()) {
          bytes += ROW_BYTES + 3 * line.content().body().size();
        }
      }
      put(key, document, bytes);
    }

    void put(BalanceRef key, BalanceRow balance) {
      put(key, balance, ROW_BYTES);
    }

    void put(Range key, List<BalanceRow> rows) {
      rangeLengths.computeIfAbsent(key.type(), type -> new TreeSet<>()).add(key.prefix().size());
      put(key, List.copyOf(rows), ROW_BYTES * (1 + rows.size()));
    }

    private void put(Object key, Object value, int bytes) {
      cells.put(new Name(number, key), new Cell(bytes, epoch, value));
    }

    /** Keeps a committed balance, and mends the cached ranges it belongs to. */
    void publish(BalanceRef ref, BalanceRow row) {
      Cell cell = cell(ref);
      if (cell == null) {
        put(ref, row);
      } else {
        // its weight stays: the cache need not hear of it
        cell.value = row;
        cell.epoch = epoch;
      }
      for (int length : rangeLengths.getOrDefault(ref.type(), Set.of())) {
        Range range = new Range(ref.type(), ref.key().dimensions().subList(0, length));
        Cell around = cell(range);
        if (around != null && around.epoch == epoch) {
          mend(range, around, row);
        }
      }
    }

    @SuppressWarnings("unchecked")
    private void mend(Range range, Cell around, BalanceRow row) {
      // only put() writes under a Range
      List<BalanceRow> rows = (List<BalanceRow>) around.value;
      boolean stored = row.version() > 0;
      if (stored && rows.size() == 1 && rows.get(0).key().equals(row.key())) {
        around.value = List.of(row);
        return;
      }
      List<BalanceRow> mended = new ArrayList<>(rows);
      mended.removeIf(other -> other.key().equals(row.key()));
      if (stored) {
        mended.add(row);
        mended.sort(Comparator.comparing(BalanceRow::key));
      }
      put(new Range(range.type(), List.copyOf(range.prefix())), mended);
    }
  }
}
