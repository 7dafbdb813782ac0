package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows.
 *
 * @param text with places; it holds no question mark that is none
 * @param values of the places, in as many parts as is convenient
 * @param rows how many rows it changes if all is as expected
 */
record Sql(String text, List<@Nullable Object[]> values, int rows) {
  /** A statement with one part of values. */
  static Sql of(String text, int rows, @Nullable Object... values) {
    return new Sql(text, List.<@Nullable Object[]>of(values), rows);
  }

  /** Runs it alone; returns how many rows it changed. */
  int run(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, 1);
      return statement.executeUpdate();
    }
  }

  /** Binds the values from a place on; returns the next place. */
  int bind(PreparedStatement statement, int from) throws SQLException {
    int place = from;
    for (@Nullable Object[] part : values) {
      for (Object value : part) {
        Binder.bind(statement, place++, value);
      }
    }
    return place;
  }

  /** Writes it down with its values in their places. */
  void appendTo(StringBuilder message) {
    int from = 0;
    for (@Nullable Object[] part : values) {
      for (Object value : part) {
        int place = text.indexOf('?', from);
        if (place < 0) {
          throw new IllegalStateException("more values than places: " + text);
        }
        message.append(text, from, place);
        Literals.append(message, value);
        from = place + 1;
      }
    }
    if (text.indexOf('?', from) >= 0) {
      throw new IllegalStateException("more places than values: " + text);
    }
    message.append(text, from, text.length());
  }

  /** Runs statements, or keeps them for later. */
  interface Runner {
    /** Returns how many rows it changed, or should change. */
    int run(Sql statement) throws SQLException;
  }
}
