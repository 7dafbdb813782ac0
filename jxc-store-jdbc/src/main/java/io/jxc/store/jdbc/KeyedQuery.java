package io.jxc.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * A read of rows by many keys, or by many beginnings of keys, in the form in which the database
 * goes to its index once for each. H2 evaluates a row value IN for each row it meets, and scans the
 * tenant when the key is not whole, so there the keys are a table, from which a LEFT JOIN goes to
 * the rows: an inner one is turned around as soon as an index fits the order.
 *
 * @param sql the statement
 * @param values of its places
 */
record KeyedQuery(String sql, List<Object> values) {
  /**
   * Selects the rows of some keys within a scope: all columns behind the scope's.
   *
   * @param dialect of the database
   * @param table to read
   * @param scope the table's first columns, the same for all keys, and their values
   * @param columns of a key
   * @param keys not empty, each with a value for every column
   * @param end what follows the conditions: further ones, an order, a limit
   */
  static KeyedQuery of(
      Dialect dialect,
      Table table,
      Scope scope,
      List<String> columns,
      List<List<byte[]>> keys,
      End end) {
    List<Object> values = new ArrayList<>();
    String sql =
        dialect == Dialect.H2
            ? joined(table, scope, columns, keys, values)
            : tuples(table, scope, columns, Ranges.padded(keys), values);
    values.addAll(end.values());
    return new KeyedQuery(sql + end.sql(), values);
  }

  /**
   * What all keys share.
   *
   * @param columns names
   * @param values in the order of the columns
   */
  record Scope(List<String> columns, List<Object> values) {}

  /**
   * The end of a statement.
   *
   * @param sql starts with AND, ORDER BY or LIMIT
   * @param values of its places
   */
  record End(String sql, List<Object> values) {
    static final End NONE = new End("", List.of());
  }

  /** One text for any number of keys: each column of the keys is an array. */
  private static String joined(
      Table table,
      Scope scope,
      List<String> columns,
      List<List<byte[]>> keys,
      List<Object> values) {
    List<String> arrays = new ArrayList<>();
    List<String> on = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object[] array = new Object[keys.size()];
      for (int k = 0; k < array.length; k++) {
        array[k] = keys.get(k).get(i);
      }
      values.add(array);
      arrays.add("_k" + i + " VARBINARY(400) = ?");
      on.add(columns.get(i) + " = x._k" + i);
    }
    scope.columns().forEach(column -> on.add(column + " = ?"));
    values.addAll(scope.values());
    return table.selected(scope.columns().size())
        + (" FROM TABLE(" + String.join(", ", arrays) + ") x")
        + (" LEFT JOIN " + table.name() + " ON " + String.join(" AND ", on))
        + " WHERE tenant IS NOT NULL";
  }

  private static String tuples(
      Table table,
      Scope scope,
      List<String> columns,
      List<List<byte[]>> keys,
      List<Object> values) {
    for (List<byte[]> key : keys) {
      values.addAll(scope.values());
      values.addAll(key);
    }
    List<String> tuple = new ArrayList<>(scope.columns());
    tuple.addAll(columns);
    return table.select(scope.columns().size()) + " WHERE " + SetWriter.in(tuple, keys.size());
  }
}
