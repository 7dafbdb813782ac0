package io.jxc.store.memory;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.StoreSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything one tenant has, by declared type. */
final class Tables {
  private final Map<String, DocumentTable> documents = new HashMap<>();
  private final Map<String, BalanceTable> balances = new HashMap<>();
  private final Map<String, JournalTable> journals = new HashMap<>();
  private final RowLog journal = new RowLog();

  Tables(StoreSchema schema) {
    schema.documents().forEach(type -> documents.put(type.name(), new DocumentTable(type)));
    schema.balances().forEach(type -> balances.put(type.name(), new BalanceTable(type)));
    schema.journals().forEach(type -> journals.put(type.name(), new JournalTable(type)));
  }

  DocumentTable document(String type) {
    return declared(documents.get(type), "no document type is declared as", type);
  }

  BalanceTable balance(String type) {
    return declared(balances.get(type), "no balance type is declared as", type);
  }

  JournalTable journal(String type) {
    return declared(journals.get(type), "no journal type is declared as", type);
  }

  /** The entries of all journal types. */
  RowLog journal() {
    return journal;
  }

  /**
   * Writes a change set that was validated.
   *
   * @param balanceRows what the balances become, in the order of their changes
   */
  void write(ChangeSet changes, List<BalanceRow> balanceRows, Retired retired) {
    long sequence = changes.lastSequence();
    changes.documents().forEach(c -> document(c.type()).write(c, sequence, retired));
    changes.lines().forEach(c -> document(c.type()).lines().write(c, sequence, retired));
    writeIndexes(changes.indexes(), false, sequence, retired);
    writeIndexes(changes.indexes(), true, sequence, retired);
    for (int i = 0; i < balanceRows.size(); i++) {
      BalanceRow after = balanceRows.get(i);
      boolean vanishes = changes.balances().get(i).vanishes();
      balance(after.type()).write(after, vanishes, sequence, retired);
    }
    append(changes);
  }

  private void writeIndexes(
      List<IndexChange> changes, boolean insert, long sequence, Retired retired) {
    for (IndexChange change : changes) {
      if (change.insert() == insert) {
        IndexEntry entry = new IndexEntry(change.value(), change.key());
        document(change.type()).index(change.index()).write(entry, insert, sequence, retired);
      }
    }
  }

  private void append(ChangeSet changes) {
    long sequence = changes.firstSequence();
    for (JournalEntry entry : changes.entries()) {
      JournalTable table = journal(entry.type());
      JournalRow row =
          new JournalRow(
              table.type().name(), sequence, entry.format(), entry.attributes(), entry.body());
      journal.append(row);
      table.append(row);
      sequence++;
    }
  }

  /** Returns what was found under a declared name or refuses the name. */
  static <T> T declared(@Nullable T found, String problem, String name) {
    if (found == null) {
      throw new IllegalArgumentException(problem + " '" + name + "'");
    }
    return found;
  }
}
