package io.jxc.store.memory;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ChangeRefusedException.Reason;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.LineChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a change set against what is stored, before anything of it is written: so a refusal leaves
 * no trace. Used under the tenant's lock.
 */
final class Preconditions {
  private final Tables tables;

  Preconditions(Tables tables) {
    this.tables = tables;
  }

  /** Checks everything and returns what the balances become, in the order of their changes. */
  List<BalanceRow> check(ChangeSet changes) {
    changes.documents().forEach(this::document);
    changes.lines().forEach(this::line);
    indexes(changes.indexes());
    List<BalanceRow> rows = new ArrayList<>(changes.balances().size());
    for (BalanceChange change : changes.balances()) {
      rows.add(balance(change, changes.lastSequence()));
    }
    return rows;
  }

  private void document(DocumentChange change) {
    DocumentRow stored = tables.document(change.type()).rows().newest(change.key());
    if (change.isInsert()) {
      if (stored != null) {
        throw new DuplicateKeyException(change.type() + ".key", change.key());
      }
    } else if (stored == null) {
      throw new ChangeRefusedException(Reason.EXISTENCE, change.type(), change.key());
    } else if (stored.version() != change.expectedVersion()) {
      throw new ChangeRefusedException(Reason.VERSION, change.type(), change.key());
    }
  }

  private void line(LineChange change) {
    LineKey key = new LineKey(change.documentKey(), change.lineNo());
    boolean stored = tables.document(change.type()).lines().rows().newest(key) != null;
    if (stored == (change.operation() == LineChange.Operation.INSERT)) {
      throw new ChangeRefusedException(Reason.EXISTENCE, change.type(), key.toString());
    }
  }

  /** Deletions come first, whatever their place: a value may pass from one document to another. */
  private void indexes(List<IndexChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Map<IndexTable, Set<IndexEntry>> gone = new HashMap<>();
    Map<IndexTable, Set<IndexEntry>> come = new HashMap<>();
    for (IndexChange change : changes) {
      if (!change.insert()) {
        deletion(change, gone);
      }
    }
    for (IndexChange change : changes) {
      if (change.insert()) {
        insertion(change, gone, come);
      }
    }
  }

  private void deletion(IndexChange change, Map<IndexTable, Set<IndexEntry>> gone) {
    IndexTable index = tables.document(change.type()).index(change.index());
    IndexEntry entry = new IndexEntry(change.value(), change.key());
    if (!index.has(entry) || !gone.computeIfAbsent(index, i -> new HashSet<>()).add(entry)) {
      throw new ChangeRefusedException(Reason.EXISTENCE, index.name(), change.value());
    }
  }

  private void insertion(
      IndexChange change,
      Map<IndexTable, Set<IndexEntry>> gone,
      Map<IndexTable, Set<IndexEntry>> come) {
    IndexTable index = tables.document(change.type()).index(change.index());
    // A unique value is taken whoever has it, a shared one only by the same document.
    IndexEntry slot = new IndexEntry(change.value(), index.unique() ? "" : change.key());
    Set<IndexEntry> goneHere = gone.getOrDefault(index, Set.of());
    boolean taken =
        index.unique()
            ? index.holder(change.value()).filter(entry -> !goneHere.contains(entry)).isPresent()
            : index.has(slot) && !goneHere.contains(slot);
    if (taken || !come.computeIfAbsent(index, i -> new HashSet<>()).add(slot)) {
      if (index.unique()) {
        throw new DuplicateKeyException(index.name(), change.value());
      }
      throw new ChangeRefusedException(Reason.EXISTENCE, index.name(), change.value());
    }
  }

  private BalanceRow balance(BalanceChange change, long version) {
    BalanceTable table = tables.balance(change.type());
    BalanceRow stored = table.rows().newest(change.key());
    if ((stored == null) != (change.expectedVersion() == 0)) {
      throw refused(Reason.EXISTENCE, change);
    }
    if (stored != null && stored.version() != change.expectedVersion()) {
      throw refused(Reason.VERSION, change);
    }
    BalanceRow before = stored == null ? BalanceRow.absent(table.type(), change.key()) : stored;
    BalanceRow after = BalanceMath.apply(table.type(), before, change, version);
    for (String floor : change.floors()) {
      if (!BalanceMath.holds(table.type(), floor, after)) {
        throw refused(Reason.FLOOR, change);
      }
    }
    if (change.vanishes() != (table.type().deleteWhenZero() && after.isZero())) {
      throw refused(Reason.EXISTENCE, change);
    }
    return after;
  }

  private static ChangeRefusedException refused(Reason reason, BalanceChange change) {
    return new ChangeRefusedException(reason, change.type(), change.key().toString());
  }
}
