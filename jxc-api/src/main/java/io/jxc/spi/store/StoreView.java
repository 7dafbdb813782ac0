package io.jxc.spi.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One consistent snapshot of one tenant: every read shows the same sequence, whatever commits
 * meanwhile. Used by one thread, closed soon (stores bound its life to 30 s).
 *
 * <p>Keys that are absent are simply not in the answer. All orders are orders of UTF-8 bytes. Names
 * that are not declared are refused with {@link IllegalArgumentException}; a store that cannot read
 * throws {@link io.jxc.api.error.StorageException}.
 *
 * <p>A read ends by itself, or when its thread is interrupted, which happens to those that take
 * longer than {@code readLimit}. A store that waits for something that heeds no interrupt, a socket
 * for one, bounds the wait itself.
 */
public interface StoreView extends AutoCloseable {
  /** How many entries of an index a caller can know to be all of them. */
  int MAX_INDEX_ENTRIES = 100_000;

  /** Returns the head this snapshot shows. */
  Head head();

  /** Returns the documents that exist among these keys, in any order. */
  List<DocumentRow> documents(String type, Collection<String> keys);

  /**
   * Returns the documents that exist among keys of several types, in any order. The default asks
   * for one type after the other; a store that pays per round trip answers them together.
   *
   * @param keys by name of the type
   */
  default List<DocumentRow> documents(Map<String, ? extends Collection<String>> keys) {
    List<DocumentRow> rows = new ArrayList<>();
    keys.forEach((type, some) -> rows.addAll(documents(type, some)));
    return rows;
  }

  /** Returns lines of documents, from a number to a number, both included, by key and number. */
  List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to);

  /** Returns the documents whose key starts with a prefix, in order of keys, after one of them. */
  List<DocumentRow> documentRange(String type, String prefix, String after, int limit);

  /**
   * Returns the entries of an index whose value starts with a prefix (or equals it), by value and
   * key.
   *
   * @param exact whether values must equal {@code prefix}
   * @param limit entries at most, 1 to {@link #MAX_INDEX_ENTRIES} + 1
   */
  List<IndexEntry> indexRange(String type, String index, String prefix, boolean exact, int limit);

  /**
   * Returns the entries of an index that have one of these values, in any order. The default asks
   * for one after the other; a store that pays per round trip answers them together. There are
   * {@link #MAX_INDEX_ENTRIES} + 1 in an answer at most, and so many mean that there may be more.
   *
   * @param values 1 to 10,000 exact values
   */
  default List<IndexEntry> indexValues(String type, String index, Collection<String> values) {
    List<IndexEntry> entries = new ArrayList<>();
    for (String value : new LinkedHashSet<>(values)) {
      int left = MAX_INDEX_ENTRIES + 1 - entries.size();
      if (left > 0) {
        entries.addAll(indexRange(type, index, value, true, left));
      }
    }
    return entries;
  }

  /** Returns the balances that exist among these keys, in any order. */
  List<BalanceRow> balances(String type, Collection<BalanceKey> keys);

  /**
   * Returns the balances whose first dimensions equal one of the prefixes, in order of keys.
   *
   * @param prefixes all of one length, at least one dimension each
   * @param limit rows at most over all prefixes, 1 to 100,001
   */
  List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit);

  /** Returns a page of a declared listing. */
  Slice list(ListQuery query);

  /**
   * Returns journal entries in order of sequence.
   *
   * @param types names of journal types; empty = all of them
   * @param after sequence to go on after; 0 = from the start
   * @param limit entries at most, 1 to 10,000
   */
  List<JournalRow> journal(Set<String> types, long after, int limit);

  /** Returns the groups of an aggregate, in order of their group values. */
  List<AggregateQuery.Row> aggregate(AggregateQuery query);

  /** Ends the snapshot; never throws. */
  @Override
  void close();
}
