package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoredRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of one declared type as they lie in a table, its own or a shared one. Columns of every
 * select and insert stand in the table's order.
 */
abstract class RowSource {
  private final String type;
  private final byte[] typeBytes;
  private final Table table;
  private final boolean shared;
  private final AttributeColumns attributes;
  private final Dialect dialect;

  RowSource(String type, Table table, boolean shared, AttributeLayout layout, Dialect dialect) {
    this.type = type;
    this.typeBytes = Names.utf8(type);
    this.table = table;
    this.shared = shared;
    this.dialect = dialect;
    this.attributes =
        shared ? AttributeColumns.packed(type, layout) : AttributeColumns.each(layout);
  }

  final String type() {
    return type;
  }

  final Table table() {
    return table;
  }

  final boolean shared() {
    return shared;
  }

  final AttributeColumns attributes() {
    return attributes;
  }

  /** The column of a declared attribute; types in a shared table have none. */
  final String column(String attribute) {
    attributes.layout().position(attribute);
    return dialect.column(attribute);
  }

  /** The bytes of a text column, by which texts are compared. */
  final String textBytes(String column) {
    return dialect.textBytes(column);
  }

  /** The columns that every statement fixes: the tenant, and the type in a shared table. */
  final List<String> scopeColumns() {
    return shared ? List.of("tenant", "type") : List.of("tenant");
  }

  /** The values of the scope columns. */
  final List<Object> scope(TenantId tenant) {
    byte[] bytes = Names.utf8(tenant.value());
    return shared ? List.of(bytes, typeBytes) : List.of(bytes);
  }

  /** Selects all columns behind the scope; ends with the condition on the scope. */
  final String select() {
    return table.select(shared ? 2 : 1) + " WHERE tenant = ?" + (shared ? " AND type = ?" : "");
  }

  /** The listing of this name or a refusal. */
  abstract Listing listing(String name);

  /** The columns that break ties in listings. */
  abstract List<String> ties();

  /** The values of the tie columns at a position. */
  abstract List<Object> tieValues(String tie);

  /** Reads a row of {@link #select}. */
  abstract StoredRow read(ResultSet row) throws SQLException;
}
