package io.jxc.store.memory;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Movement;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks a change set against what was declared: mistakes of the caller that hold whatever is
 * stored. All of them are refused with {@link IllegalArgumentException}.
 */
final class Declarations {
  private final Tables tables;

  Declarations(Tables tables) {
    this.tables = tables;
  }

  void check(ChangeSet changes) {
    changes.documents().forEach(this::document);
    changes.lines().forEach(this::line);
    changes.indexes().forEach(change -> tables.document(change.type()).index(change.index()));
    changes.balances().forEach(this::balance);
    changes.entries().forEach(this::entry);
    once(changes.documents(), change -> List.of(change.type(), change.key()));
    once(
        changes.lines(),
        change -> List.of(change.type(), change.documentKey(), Integer.toString(change.lineNo())));
    once(changes.balances(), change -> List.of(change.type(), change.key()));
    headers(changes);
  }

  private void document(DocumentChange change) {
    DocumentTable table = tables.document(change.type());
    change
        .content()
        .ifPresent(
            content -> values(change.type(), table.type().attributes(), content.attributes()));
  }

  private void line(LineChange change) {
    LineTable table = tables.document(change.type()).lines();
    change
        .content()
        .ifPresent(
            content -> values(change.type(), table.type().attributes(), content.attributes()));
  }

  private void entry(JournalEntry entry) {
    values(entry.type(), tables.journal(entry.type()).type().attributes(), entry.attributes());
    if (entry.body().size() > Names.BODY_BYTES) {
      throw new IllegalArgumentException(
          "a body takes 1 MB, found " + entry.body().size() + " bytes");
    }
  }

  private void balance(BalanceChange change) {
    BalanceType type = tables.balance(change.type()).type();
    if (change.key().dimensions().size() != type.dimensions().size()
        || change.deltas().size() != type.columns().size()) {
      throw new IllegalArgumentException(
          type.name() + " takes dimensions " + type.dimensions() + " and a delta for each column");
    }
    for (int i = 0; i < type.columns().size(); i++) {
      boolean sum = type.columns().get(i).movement() == Movement.SUM;
      if (sum ? change.latest().get(i).isPresent() : change.deltas().get(i).signum() != 0) {
        throw new IllegalArgumentException(
            type.name() + ": a SUM column takes a delta, a LATEST column a value");
      }
    }
    change.floors().forEach(type::floor);
  }

  private static void values(String type, AttributeLayout layout, AttributeValues values) {
    if (!layout.equals(values.layout())) {
      throw new IllegalArgumentException(
          type + " declares " + layout + ", found values of " + values.layout());
    }
    List<Attribute> attributes = layout.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).kind() == AttributeKind.CODE) {
        String name = attributes.get(i).name();
        values.at(i).ifPresent(code -> Names.requireKey(name, (String) code));
      }
    }
  }

  private static <C> void once(List<C> changes, Function<C, Object> row) {
    if (changes.size() < 2) {
      return;
    }
    Set<Object> seen = new HashSet<>();
    for (C change : changes) {
      if (!seen.add(row.apply(change))) {
        throw new IllegalArgumentException("a row is named twice: " + row.apply(change));
      }
    }
  }

  /** Lines have no version of their own: that of the header guards them. */
  private static void headers(ChangeSet changes) {
    if (changes.lines().isEmpty()) {
      return;
    }
    Set<Object> headers = new HashSet<>();
    changes.documents().forEach(change -> headers.add(List.of(change.type(), change.key())));
    for (LineChange line : changes.lines()) {
      if (!headers.contains(List.of(line.type(), line.documentKey()))) {
        throw new IllegalArgumentException(
            "a line changes without the header of " + line.type() + " " + line.documentKey());
      }
    }
  }
}
