package io.jxc.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that go away, rows that become others under the same key, and rows that come.
 *
 * @param table theirs
 * @param gone key, then guard
 * @param changed what they are to be
 * @param come whole rows
 */
record Exchange(
    Table table,
    List<@Nullable Object[]> gone,
    List<Changed> changed,
    List<@Nullable Object[]> come) {

  /** A row that becomes another one under the same key. */
  static final class Changed {
    private final @Nullable Object[] was;
    private final @Nullable Object[] is;

    /**
     * Pairs the two.
     *
     * @param was key, then guard
     * @param is the whole row
     */
    Changed(@Nullable Object[] was, @Nullable Object[] is) {
      this.was = was;
      this.is = is;
    }

    @Nullable Object[] was() {
      return was;
    }

    @Nullable Object[] is() {
      return is;
    }
  }

  Exchange(Table table) {
    this(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** The same with every changed row as one that goes and one that comes. */
  Exchange asGoneAndCome() {
    Exchange plain = new Exchange(table);
    plain.gone.addAll(gone);
    plain.come.addAll(come);
    for (Changed row : changed) {
      plain.gone.add(row.was());
      plain.come.add(row.is());
    }
    return plain;
  }
}
