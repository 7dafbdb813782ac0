package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of a journal type. */
final class JournalTable extends RowSource {
  private final JournalType declared;
  private final boolean clusteredBySku;

  JournalTable(JournalType declared, Table table, Dialect dialect) {
    super(declared.name(), table, !declared.dedicated(), declared.attributes(), dialect);
    this.declared = declared;
    this.clusteredBySku = TableLayouts.clusteredBySku(declared);
  }

  @Override
  Listing listing(String name) {
    return declared.listing(name);
  }

  @Override
  List<String> ties() {
    return List.of("sequence");
  }

  @Override
  List<Object> tieValues(String tie) {
    return List.of(number(tie));
  }

  static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a position ends with digits, found '" + digits + "'", e);
    }
  }

  /**
   * The row of an entry, for an insert.
   *
   * @throws IllegalArgumentException when a journal that lies by product gets an entry without one
   */
  @Nullable Object[] row(TenantId tenant, long sequence, JournalEntry entry) {
    attributes().check(type(), entry.attributes());
    if (clusteredBySku && entry.attributes().value("sku").isEmpty()) {
      throw new IllegalArgumentException(type() + ": an entry has a sku, its rows lie by it");
    }
    List<Object> scope = scope(tenant);
    int at = scope.size();
    @Nullable Object[] row = new @Nullable Object[at + 3 + attributes().width()];
    for (int i = 0; i < at; i++) {
      row[i] = scope.get(i);
    }
    row[at] = sequence;
    row[at + 1] = entry.format();
    attributes().write(entry.attributes(), row, at + 2);
    row[row.length - 1] = entry.body().unsafeArray();
    return row;
  }

  @Override
  JournalRow read(ResultSet row) throws SQLException {
    return new JournalRow(
        type(),
        row.getLong(1),
        row.getInt(2),
        attributes().read(row, 3),
        Bytes.wrap(row.getBytes(3 + attributes().width())));
  }
}
