package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ChangeRefusedException.Reason;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.StoreView;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out why a statement was refused, by reading what is there now. The database names no row,
 * or only in words; the statement that ran and the rows it met tell it.
 */
final class Refusals {
  private final Registry registry;
  private final StoreView view;
  private final TenantId tenant;

  Refusals(Registry registry, StoreView view, TenantId tenant) {
    this.registry = registry;
    this.view = view;
    this.tenant = tenant;
  }

  /** The exception that tells what did not hold in a part of a change set. */
  JxcException explain(ChangeSet changes, Plan.Part part) {
    Optional<JxcException> found =
        switch (part) {
          case DOCUMENTS -> first(changes.documents(), this::document);
          case LINES -> first(changes.lines(), this::line);
          case INDEXES -> index(changes);
          case BALANCES -> first(changes.balances(), this::balance);
          case JOURNAL -> Optional.empty();
        };
    // Somebody has put it right meanwhile: a new attempt decides on what is there then.
    return found.orElseGet(
        () ->
            StorageException.passing(
                "rows of " + tenant + " were not as expected",
                new SQLException(part + " refused, and sound when read again")));
  }

  private interface Judge<T> {
    Optional<JxcException> of(T change);
  }

  private static <T> Optional<JxcException> first(List<T> changes, Judge<T> judge) {
    for (T change : changes) {
      Optional<JxcException> refusal = judge.of(change);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<JxcException> document(DocumentChange change) {
    Optional<DocumentRow> stored =
        view.documents(change.type(), Set.of(change.key())).stream().findFirst();
    if (change.isInsert()) {
      return stored.map(row -> new DuplicateKeyException(change.type() + ".key", change.key()));
    }
    if (stored.isEmpty()) {
      return refused(Reason.EXISTENCE, change.type(), change.key());
    }
    return stored.get().version() == change.expectedVersion()
        ? Optional.empty()
        : refused(Reason.VERSION, change.type(), change.key());
  }

  private Optional<JxcException> line(LineChange change) {
    int no = change.lineNo();
    boolean stored = !view.lines(change.type(), Set.of(change.documentKey()), no, no).isEmpty();
    return stored == (change.operation() == LineChange.Operation.INSERT)
        ? refused(Reason.EXISTENCE, change.type(), change.documentKey() + " line " + no)
        : Optional.empty();
  }

  private Optional<JxcException> index(ChangeSet changes) {
    Set<List<String>> gone = new HashSet<>();
    for (IndexChange change : changes.indexes()) {
      if (!change.insert()) {
        if (!gone.add(row(change)) || !entries(change).contains(entry(change))) {
          return refused(Reason.EXISTENCE, name(change), change.value());
        }
      }
    }
    Set<List<String>> come = new HashSet<>();
    for (IndexChange change : changes.indexes()) {
      if (change.insert()) {
        boolean unique = registry.document(change.type()).declared().index(change.index()).unique();
        List<String> slot =
            List.of(change.type(), change.index(), change.value(), unique ? "" : change.key());
        boolean taken =
            entries(change).stream()
                .filter(entry -> unique || entry.key().equals(change.key()))
                .anyMatch(entry -> !gone.contains(row(change, entry.key())));
        if (taken || !come.add(slot)) {
          return unique
              ? Optional.of(new DuplicateKeyException(name(change), change.value()))
              : refused(Reason.EXISTENCE, name(change), change.value());
        }
      }
    }
    return Optional.empty();
  }

  private List<IndexEntry> entries(IndexChange change) {
    return view.indexRange(change.type(), change.index(), change.value(), true, 10_001);
  }

  private static List<String> row(IndexChange change) {
    return row(change, change.key());
  }

  private static List<String> row(IndexChange change, String key) {
    return List.of(change.type(), change.index(), change.value(), key);
  }

  private static IndexEntry entry(IndexChange change) {
    return new IndexEntry(change.value(), change.key());
  }

  private static String name(IndexChange change) {
    return change.type() + "." + change.index();
  }

  private Optional<JxcException> balance(BalanceChange change) {
    BalanceTable table = registry.balance(change.type());
    BalanceKey key = change.key();
    Optional<BalanceRow> stored = view.balances(change.type(), Set.of(key)).stream().findFirst();
    if (stored.isPresent() == (change.expectedVersion() == 0)) {
      return refused(Reason.EXISTENCE, change.type(), key.toString());
    }
    if (stored.filter(row -> row.version() != change.expectedVersion()).isPresent()) {
      return refused(Reason.VERSION, change.type(), key.toString());
    }
    BalanceRow before = stored.orElseGet(() -> BalanceRow.absent(table.type(), key));
    BalanceRow after = table.after(before, change, before.version());
    if (!table.holds(change, after)) {
      return refused(Reason.FLOOR, change.type(), key.toString());
    }
    return table.endsAsSaid(change, after)
        ? Optional.empty()
        : refused(Reason.EXISTENCE, change.type(), key.toString());
  }

  private static Optional<JxcException> refused(Reason reason, String type, String key) {
    return Optional.of(new ChangeRefusedException(reason, type, key));
  }
}
