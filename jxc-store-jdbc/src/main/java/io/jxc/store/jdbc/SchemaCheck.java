package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the tables that are there with those that the declarations ask for. */
final class SchemaCheck {
  private final DatabaseMetaData data;
  private final Connection connection;
  private final Map<String, Map<String, Found>> tables = new HashMap<>();

  private record Found(int size, int digits, boolean required) {}

  private SchemaCheck(Connection connection) throws SQLException {
    this.connection = connection;
    this.data = connection.getMetaData();
  }

  /** Refuses a database whose tables lack something; the message names all of it. */
  static void run(Connection connection, List<Table> wanted) throws SQLException {
    SchemaCheck check = new SchemaCheck(connection);
    check.readColumns();
    List<String> wrong = new ArrayList<>();
    for (Table table : wanted) {
      check.compare(table, wrong);
    }
    if (!wrong.isEmpty()) {
      throw StorageException.schema("tables and declarations differ: " + String.join("; ", wrong));
    }
  }

  private void readColumns() throws SQLException {
    try (ResultSet row =
        data.getColumns(connection.getCatalog(), connection.getSchema(), pattern(), "%")) {
      while (row.next()) {
        tables
            .computeIfAbsent(lower(row.getString("TABLE_NAME")), name -> new HashMap<>())
            .put(
                lower(row.getString("COLUMN_NAME")),
                new Found(
                    row.getInt("COLUMN_SIZE"),
                    row.getInt("DECIMAL_DIGITS"),
                    row.getString("IS_NULLABLE").equals("NO")));
      }
    }
  }

  private String pattern() throws SQLException {
    return data.storesUpperCaseIdentifiers() ? "JXC%" : "jxc%";
  }

  private void compare(Table table, List<String> wrong) throws SQLException {
    Map<String, Found> found = tables.get(table.name());
    if (found == null) {
      wrong.add("no table " + table.name());
      return;
    }
    Set<String> expected = new HashSet<>();
    for (Column column : table.columns()) {
      String name = bare(column.name());
      expected.add(name);
      difference(column, Optional.ofNullable(found.get(name)))
          .ifPresent(text -> wrong.add(table.name() + "." + name + " " + text));
    }
    found.forEach(
        (name, column) -> {
          if (!expected.contains(name) && column.required()) {
            wrong.add(table.name() + "." + name + " is not declared and may not be empty");
          }
        });
    compareIndexes(table, wrong);
  }

  private static Optional<String> difference(Column column, Optional<Found> found) {
    if (found.isEmpty()) {
      return Optional.of("is missing");
    }
    Found there = found.get();
    if (there.required() != column.required()) {
      return Optional.of(column.required() ? "may be NULL" : "may not be NULL");
    }
    boolean wrong =
        switch (column.kind()) {
          case BYTES, FIXED_BYTES -> there.size() != column.size();
          case DECIMAL -> there.size() != 24 || there.digits() != column.size();
          case BODY, TEXT -> there.size() < 1_048_576;
          case LONG -> there.size() < 19;
          case INT -> there.size() < 10;
          case DATE -> there.size() != 10;
        };
    return wrong
        ? Optional.of("is of another type, expected " + column.kind() + " " + column.size())
        : Optional.empty();
  }

  private void compareIndexes(Table table, List<String> wrong) throws SQLException {
    Map<String, List<String>> columns = new HashMap<>();
    Set<List<String>> unique = new HashSet<>();
    String name =
        data.storesUpperCaseIdentifiers() ? table.name().toUpperCase(Locale.ROOT) : table.name();
    Map<String, Boolean> uniqueness = new HashMap<>();
    try (ResultSet row =
        data.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true)) {
      while (row.next()) {
        if (row.getString("COLUMN_NAME") != null) {
          String index = row.getString("INDEX_NAME");
          columns
              .computeIfAbsent(index, key -> new ArrayList<>())
              .add(lower(row.getString("COLUMN_NAME")));
          uniqueness.put(index, !row.getBoolean("NON_UNIQUE"));
        }
      }
    }
    columns.forEach(
        (index, list) -> {
          if (uniqueness.getOrDefault(index, false)) {
            unique.add(list);
          }
        });
    if (!unique.contains(bare(table.primaryKey()))) {
      wrong.add(table.name() + " has another primary key");
    }
    for (Table.Index index : table.indexes()) {
      List<String> list = bare(index.columns());
      if (!(index.unique() ? unique.contains(list) : columns.containsValue(list))) {
        wrong.add(table.name() + " has no index " + list);
      }
    }
  }

  private static List<String> bare(List<String> columns) {
    return columns.stream().map(SchemaCheck::bare).toList();
  }

  private static String bare(String column) {
    return lower(column.replace("\"", "").replace("`", ""));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
