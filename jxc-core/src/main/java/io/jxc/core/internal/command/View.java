package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.IndexEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule may read: by key, or by a declared prefix. It shows one state of one tenant, with
 * everything decided before in the same batch. Ranges are bounded; a longer one is refused with
 * {@code limit.exceeded}.
 */
public interface View {
  /** Rows a range may have. */
  int MAX_RANGE = 10_000;

  /** Returns a document. */
  <T> Optional<T> get(DocType<T> type, String key);

  /** Returns the documents that exist among these keys, by key, in the order given. */
  <T> Map<String, T> getAll(DocType<T> type, Collection<String> keys);

  /** Says that documents will be read, so that they are fetched with the next miss. */
  void want(DocType<?> type, Collection<String> keys);

  /** Returns the version of a document; 0 = absent or changed within this batch and still new. */
  long version(DocType<?> type, String key);

  /** Returns all lines of a document, by number; none when it is absent. */
  <T, L> List<L> lines(LinedType<T, L> type, String key);

  /** Says that a document and its lines will be read, so that both come with the next miss. */
  default void wantLines(LinedType<?, ?> type, String key) {}

  /** Returns the documents whose key starts with a prefix, by key. */
  <T> List<T> range(DocType<T> type, String prefix, int limit);

  /** Returns the entries of an index with exactly these values, by value and key. */
  List<IndexEntry> index(DocType<?> type, String index, Collection<String> values);

  /** Returns the entries of an index whose value starts with a prefix, by value and key. */
  List<IndexEntry> indexRange(DocType<?> type, String index, String prefix, int limit);

  /** Returns balances by key, in the order given; absent ones are zero. */
  Map<BalanceKey, Balance> balances(BalanceType type, Collection<BalanceKey> keys);

  /** Says that balances will be read, so that they are fetched with the next miss. */
  void wantBalances(BalanceType type, Collection<BalanceKey> keys);

  /**
   * Returns the balances whose first dimensions equal a prefix, for each prefix, in order of keys.
   *
   * @param prefixes all of one length
   */
  Map<List<String>, List<Balance>> balanceRange(
      BalanceType type, Collection<List<String>> prefixes);

  /**
   * Returns the entries that hold these values of a unique index, to refuse taking them again. A
   * view of a batch may answer for what its batch knows, and leave the rest to the store, which
   * refuses a value that is taken; then the batch is decided anew and everything is looked up.
   */
  default List<IndexEntry> holders(DocType<?> type, String index, Collection<String> values) {
    return index(type, index, values);
  }

  /** Says that ranges of balances will be read, so that they are fetched with the next miss. */
  default void wantBalanceRange(BalanceType type, Collection<List<String>> prefixes) {}

  /** Returns one balance; zero when absent. */
  default Balance balance(BalanceType type, BalanceKey key) {
    return balances(type, List.of(key)).values().iterator().next();
  }
}
