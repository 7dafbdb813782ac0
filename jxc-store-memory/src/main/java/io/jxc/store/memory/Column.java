package io.jxc.store.memory;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.StoredRow;
import java.util.Optional;
import java.util.function.Function;

/**
 * A named, typed value of a row, read without looking its name up for each row.
 *
 * @param attribute name, kind and scale
 * @param reader reads the value from a row
 */
record Column<R>(Attribute attribute, Function<R, Optional<Object>> reader) {
  /** An attribute of documents, lines or journal entries. */
  static Column<StoredRow> of(AttributeLayout layout, String name) {
    int position = layout.position(name);
    return new Column<>(layout.attributes().get(position), row -> row.attributes().at(position));
  }

  /** A dimension or a column of balances. */
  static Column<BalanceRow> of(BalanceType type, String name) {
    int dimension = type.dimensions().indexOf(name);
    if (dimension >= 0) {
      return new Column<>(
          Attribute.code(name), row -> Optional.of(row.key().dimensions().get(dimension)));
    }
    int column = type.column(name);
    return new Column<>(
        Attribute.decimal(name, type.columns().get(column).scale()),
        row -> Optional.of(row.values().get(column)));
  }

  AttributeKind kind() {
    return attribute.kind();
  }

  Optional<Object> of(R row) {
    return reader.apply(row);
  }
}
