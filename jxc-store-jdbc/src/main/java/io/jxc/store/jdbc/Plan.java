package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a change set, made ready before the tenant is locked: undeclared names and
 * values that do not fit are refused here. Everything of a table goes into at most two or three
 * statements.
 */
final class Plan {
  private static final byte[] NO_KEY = {};

  /** What a statement was about, to explain why it was refused. */
  enum Part {
    DOCUMENTS,
    LINES,
    INDEXES,
    BALANCES,
    JOURNAL
  }

  /** Some statements on one table; false when a row did not have what was expected. */
  interface Action {
    boolean run(RowWriter writer) throws SQLException;
  }

  /**
   * A step of the commit.
   *
   * @param part what it is about
   * @param action what it runs
   */
  record Step(Part part, Action action) {}

  private final ChangeSet changes;
  private final Registry registry;
  private final TenantId tenant;
  private final byte[] tenantBytes;
  private final List<Step> steps = new ArrayList<>();

  private Plan(ChangeSet changes, Registry registry) {
    this.changes = changes;
    this.registry = registry;
    this.tenant = changes.tenant();
    this.tenantBytes = Names.utf8(tenant.value());
  }

  /** Prepares the steps, in the order in which they run. */
  static List<Step> of(ChangeSet changes, Registry registry) {
    Plan plan = new Plan(changes, registry);
    plan.documents();
    plan.lines();
    plan.indexes();
    plan.balances();
    plan.journal();
    return plan.steps;
  }

  private void exchange(Part part, List<String> guard, Exchange rows) {
    steps.add(new Step(part, writer -> writer.exchange(guard, rows)));
  }

  private void documents() {
    // Types of the shared table go together: their rows differ in the type only.
    Map<String, Exchange> tables = new LinkedHashMap<>();
    for (DocumentChange change : changes.documents()) {
      DocumentTable table = registry.document(change.type());
      Exchange rows =
          tables.computeIfAbsent(table.table().name(), name -> new Exchange(table.table()));
      Optional<@Nullable Object[]> come =
          change
              .content()
              .map(content -> table.row(tenant, change.key(), changes.lastSequence(), content));
      add(rows, change.isInsert() ? Optional.empty() : Optional.of(gone(table, change)), come);
    }
    tables.values().forEach(rows -> exchange(Part.DOCUMENTS, List.of("version"), rows));
  }

  private @Nullable Object[] gone(DocumentTable table, DocumentChange change) {
    List<@Nullable Object> gone = new ArrayList<>(table.scope(tenant));
    gone.add(Names.utf8(change.key()));
    gone.add(change.expectedVersion());
    return gone.toArray();
  }

  private static void add(
      Exchange rows, Optional<@Nullable Object[]> gone, Optional<@Nullable Object[]> come) {
    if (gone.isPresent() && come.isPresent()) {
      rows.changed().add(new Exchange.Changed(gone.get(), come.get()));
    } else {
      gone.ifPresent(rows.gone()::add);
      come.ifPresent(rows.come()::add);
    }
  }

  private void lines() {
    Map<LineTable, Exchange> tables = new LinkedHashMap<>();
    for (LineChange change : changes.lines()) {
      LineTable table = registry.lines(change.type());
      Exchange rows = tables.computeIfAbsent(table, t -> new Exchange(t.table()));
      Object[] key = {tenantBytes, Names.utf8(change.documentKey()), change.lineNo()};
      boolean insert = change.operation() == LineChange.Operation.INSERT;
      Optional<@Nullable Object[]> come =
          change
              .content()
              .map(content -> table.row(tenant, change.documentKey(), change.lineNo(), content));
      add(rows, insert ? Optional.empty() : Optional.of(key), come);
    }
    tables.values().forEach(rows -> exchange(Part.LINES, List.of(), rows));
  }

  private void indexes() {
    Exchange rows = new Exchange(TableLayouts.index());
    for (IndexChange change : changes.indexes()) {
      IndexDeclaration index = registry.document(change.type()).declared().index(change.index());
      byte[] key = Names.utf8(change.key());
      @Nullable Object[] row = {
        tenantBytes,
        Names.utf8(change.type()),
        Names.utf8(change.index()),
        Names.utf8(change.value()),
        index.unique() ? NO_KEY : key,
        key
      };
      (change.insert() ? rows.come() : rows.gone()).add(row);
    }
    if (!changes.indexes().isEmpty()) {
      exchange(Part.INDEXES, List.of("doc_key"), rows);
    }
  }

  private void balances() {
    Map<BalanceTable, List<BalanceChange>> tables = new LinkedHashMap<>();
    for (BalanceChange change : changes.balances()) {
      BalanceTable table = registry.balance(change.type());
      table.check(change);
      tables.computeIfAbsent(table, t -> new ArrayList<>()).add(change);
    }
    tables.forEach(
        (table, moved) -> steps.add(new Step(Part.BALANCES, new BalanceStep(table, moved))));
  }

  /** Balances of one type: those that vanish, those that move, those that are new. */
  private final class BalanceStep implements Action {
    private final BalanceTable table;
    private final List<BalanceChange> moved = new ArrayList<>();
    private final Exchange rows;
    private boolean sound = true;

    BalanceStep(BalanceTable table, List<BalanceChange> changes) {
      this.table = table;
      this.rows = new Exchange(table.table());
      for (BalanceChange change : changes) {
        if (change.vanishes()) {
          rows.gone().add(vanishing(change));
        } else if (change.expectedVersion() > 0) {
          moved.add(change);
        } else {
          rows.come().add(coming(change));
        }
      }
    }

    /** Key, version and the values that the deltas bring to zero. */
    private @Nullable Object[] vanishing(BalanceChange change) {
      List<@Nullable Object> row = new ArrayList<>(List.of(tenantBytes));
      BalanceMoves.key(change).forEach(row::add);
      row.add(change.expectedVersion());
      for (BigDecimal delta : change.deltas()) {
        row.add(delta.negate());
      }
      sound &= table.type().deleteWhenZero();
      return row.toArray();
    }

    private @Nullable Object[] coming(BalanceChange change) {
      List<@Nullable Object> row = new ArrayList<>(List.of(tenantBytes));
      BalanceMoves.key(change).forEach(row::add);
      row.add(Plan.this.changes.lastSequence());
      for (int i = 0; i < table.type().columns().size(); i++) {
        row.add(table.moved(change, i).orElse(BigDecimal.ZERO));
      }
      BalanceRow after = table.after(BalanceRow.absent(table.type(), change.key()), change, 1);
      sound &= table.holds(change, after) && table.endsAsSaid(change, after);
      return row.toArray();
    }

    @Override
    public boolean run(RowWriter writer) throws SQLException {
      if (!sound) {
        return false;
      }
      long version = Plan.this.changes.lastSequence();
      List<String> key = table.table().primaryKey();
      List<String> guard =
          table.table().columns().subList(key.size(), table.table().columns().size()).stream()
              .map(Column::name)
              .toList();
      if (!rows.gone().isEmpty()
          && writer.delete(table.table(), key, guard, rows.gone()) != rows.gone().size()) {
        return false;
      }
      if (!moved.isEmpty() && writer.move(table, tenantBytes, moved, version) != moved.size()) {
        return false;
      }
      if (!rows.come().isEmpty()) {
        writer.insert(table.table(), rows.come());
      }
      return true;
    }
  }

  private void journal() {
    Map<String, Exchange> tables = new LinkedHashMap<>();
    long sequence = changes.firstSequence();
    for (JournalEntry entry : changes.entries()) {
      JournalTable table = registry.journal(entry.type());
      tables
          .computeIfAbsent(table.table().name(), name -> new Exchange(table.table()))
          .come()
          .add(table.row(tenant, sequence++, entry));
    }
    tables.values().forEach(rows -> exchange(Part.JOURNAL, List.of(), rows));
  }
}
