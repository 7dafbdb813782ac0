package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.StoreSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the script of a schema: the same declarations give the same text. Each statement may be
 * run again after a half-done start.
 */
final class SchemaScript {
  private final Dialect dialect;
  private final TableLayouts layouts;

  SchemaScript(Dialect dialect) {
    this.dialect = dialect;
    this.layouts = new TableLayouts(dialect);
  }

  /** The tables that declared types have for themselves. */
  List<Table> tables(StoreSchema schema) {
    List<Table> tables = new ArrayList<>();
    for (DocumentType type : schema.documents()) {
      if (type.dedicated()) {
        tables.add(layouts.documents(type));
        layouts.lines(type).ifPresent(tables::add);
      }
    }
    for (BalanceType type : schema.balances()) {
      tables.add(layouts.balances(type));
    }
    for (JournalType type : schema.journals()) {
      if (type.dedicated()) {
        tables.add(layouts.journal(type));
      }
    }
    long names = tables.stream().map(Table::name).distinct().count();
    if (names < tables.size()) {
      throw new IllegalArgumentException("two stored types would share a table: " + tables);
    }
    return tables;
  }

  /** The statements that create these tables, without a semicolon behind them. */
  List<String> statements(List<Table> tables) {
    List<String> statements = new ArrayList<>();
    tables.forEach(table -> create(table, statements));
    return statements;
  }

  /** The statements as one script. */
  String script(List<Table> tables) {
    return String.join(";\n\n", statements(tables)) + ";\n";
  }

  private void create(Table table, List<String> statements) {
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(
          "  "
              + column.name()
              + " "
              + dialect.type(column)
              + (column.required() ? " NOT NULL" : ""));
    }
    lines.add("  PRIMARY KEY (" + String.join(", ", table.primaryKey()) + ")");
    List<String> separate = new ArrayList<>();
    for (Table.Index index : table.indexes()) {
      String columns = " (" + String.join(", ", index.columns()) + ")";
      if (dialect == Dialect.MYSQL) {
        // Within the table, so that a second run creates nothing twice.
        lines.add((index.unique() ? "  UNIQUE KEY uq_" : "  KEY ix_") + index.name() + columns);
      } else {
        // Index names are unique in the whole schema of H2.
        separate.add(
            (index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX")
                + (" IF NOT EXISTS " + table.name() + (index.unique() ? "_uq_" : "_ix_"))
                + (index.name() + " ON " + table.name() + columns));
      }
    }
    statements.add(
        "CREATE TABLE IF NOT EXISTS "
            + table.name()
            + (" (\n" + String.join(",\n", lines) + "\n)")
            + dialect.tableOptions());
    statements.addAll(separate);
  }
}
