package io.jxc.core.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables as somebody sees them who has the database, and not the library. */
final class RawTables implements AutoCloseable {
  /** Where entries of the log are; a sequence is in one of them. */
  static final List<String> JOURNALS =
      List.of(
          "jxc_event",
          "jxc_audit",
          "jxc_audit_object",
          "jxc_movement",
          "jxc_sale_line",
          "jxc_journal");

  private static final Map<String, List<String>> KEYS = keys();

  private final Connection connection;
  private final boolean capitals;

  RawTables(Connection connection) throws SQLException {
    this.connection = connection;
    this.capitals = connection.getMetaData().getDatabaseProductName().equals("H2");
    connection.setAutoCommit(false);
  }

  private static Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new TreeMap<>();
    JOURNALS.forEach(table -> keys.put(table, List.of("tenant", "sequence")));
    keys.put("jxc_block", List.of("tenant", "block_id"));
    keys.put("jxc_head", List.of("tenant"));
    keys.put("jxc_document", List.of("tenant", "type", "doc_key"));
    return keys;
  }

  /** Rows by the names of their columns, in small letters and without what is absent. */
  List<Map<String, Object>> rows(String sql, Object... values) {
    try (PreparedStatement statement = bound(sql, List.of(values));
        ResultSet row = statement.executeQuery()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (row.next()) {
        Map<String, Object> one = new TreeMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          Object value = row.getObject(i);
          if (value != null) {
            one.put(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), value);
          }
        }
        rows.add(one);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void insert(String table, Map<String, Object> row) {
    String places = String.join(", ", Collections.nCopies(row.size(), "?"));
    String columns = row.keySet().stream().map(this::quoted).collect(Collectors.joining(", "));
    update("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")", row.values());
  }

  /** Deletes a row by its key. */
  void delete(String table, Map<String, Object> row) {
    List<String> key = KEYS.get(table);
    String condition =
        key.stream().map(column -> quoted(column) + " = ?").collect(Collectors.joining(" AND "));
    update("DELETE FROM " + table + " WHERE " + condition, key.stream().map(row::get).toList());
  }

  /** Puts another row in the place of one. */
  void replace(String table, Map<String, Object> row, Map<String, Object> by) {
    delete(table, row);
    insert(table, by);
  }

  /** Keeps all rows of all tables that are attacked. */
  Map<String, List<Map<String, Object>>> save() {
    Map<String, List<Map<String, Object>>> saved = new TreeMap<>();
    KEYS.keySet().forEach(table -> saved.put(table, rows("SELECT * FROM " + table)));
    return saved;
  }

  /** Puts everything back as it was. */
  void restore(Map<String, List<Map<String, Object>>> saved) {
    saved.forEach(
        (table, before) -> {
          Map<String, Map<String, Object>> lost = byContent(before);
          Map<String, Map<String, Object>> forged = byContent(rows("SELECT * FROM " + table));
          List<String> same = lost.keySet().stream().filter(forged::containsKey).toList();
          same.forEach(lost::remove);
          same.forEach(forged::remove);
          forged.values().forEach(row -> delete(table, row));
          lost.values().forEach(row -> insert(table, row));
        });
    commit();
  }

  private static Map<String, Map<String, Object>> byContent(List<Map<String, Object>> rows) {
    Map<String, Map<String, Object>> byContent = new LinkedHashMap<>();
    rows.forEach(row -> byContent.put(text(row), row));
    return byContent;
  }

  private static String text(Map<String, Object> row) {
    return row.entrySet().stream()
        .map(e -> e.getKey() + "=" + text(e.getValue()))
        .collect(Collectors.joining("|"));
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
  }

  /** Tells whether two rows say the same. */
  static boolean same(Object one, Object other) {
    return one instanceof byte[] bytes ? Arrays.equals(bytes, (byte[]) other) : one.equals(other);
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void update(String sql, Iterable<?> values) {
    try (PreparedStatement statement = bound(sql, values)) {
      int rows = statement.executeUpdate();
      if (rows != 1) {
        throw new IllegalStateException(sql + " changed " + rows + " rows");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private PreparedStatement bound(String sql, Iterable<?> values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int place = 1;
    for (Object value : values) {
      statement.setObject(place++, value);
    }
    return statement;
  }

  private String quoted(String column) {
    return capitals ? "\"" + column.toUpperCase(Locale.ROOT) + "\"" : "`" + column + "`";
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
