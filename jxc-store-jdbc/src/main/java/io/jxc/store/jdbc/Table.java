package io.jxc.store.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table: what its script creates, and what statements name.
 *
 * @param name of the table
 * @param columns in the order of every insert and select
 * @param primaryKey names of columns
 * @param indexes besides the primary key
 */
record Table(String name, List<Column> columns, List<String> primaryKey, List<Index> indexes) {
  /**
   * An index besides the primary key.
   *
   * @param name unique within the table
   * @param unique whether it refuses duplicates
   * @param columns names of columns
   */
  record Index(String name, boolean unique, List<String> columns) {}

  Column column(String columnName) {
    for (Column column : columns) {
      if (column.name().equals(columnName)) {
        return column;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + columnName);
  }

  int position(String columnName) {
    return columns.indexOf(column(columnName));
  }

  /** Selects the columns from one on. */
  String select(int from) {
    return selected(from) + " FROM " + name;
  }

  /** SELECT with the columns from one on. */
  String selected(int from) {
    return columns.subList(from, columns.size()).stream()
        .map(Column::name)
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }
}
