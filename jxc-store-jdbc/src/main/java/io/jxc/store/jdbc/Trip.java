package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a commit, sent to a server together: a network answers once where it would
 * answer a dozen times. It tells only whether all of them did what was expected; what was not as
 * expected is found out by running them one by one.
 */
final class Trip implements Sql.Runner {
  /** Bytes of one message: servers take 16 MB and more, and 4 MB even where they are set low. */
  private static final long MESSAGE = 2L << 20;

  /** Places of one message; the driver numbers them in an int, but parses the whole text. */
  private static final int PLACES = 60_000;

  private final List<Sql> statements = new ArrayList<>();

  /** Tells whether a connection takes several statements in one message. */
  static boolean possible(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DO 0; DO 0");
      connection.rollback();
      return true;
    } catch (SQLException e) {
      // a syntax error where the driver was not told to allow it
      return false;
    }
  }

  @Override
  public int run(Connection connection, Sql statement) {
    statements.add(statement);
    return statement.rows();
  }

  /**
   * Sends everything.
   *
   * @return whether each statement changed as many rows as expected
   * @throws SQLException also when a key was taken; nobody can tell by which statement
   */
  boolean send(Connection connection) throws SQLException {
    int from = 0;
    while (from < statements.size()) {
      long bytes = 0;
      long places = 0;
      int to = from;
      do {
        Sql next = statements.get(to++);
        bytes += next.bytes();
        places += next.values().stream().mapToLong(part -> part.length).sum();
      } while (to < statements.size()
          && bytes + statements.get(to).bytes() < MESSAGE
          && places < PLACES);
      if (!send(connection, statements.subList(from, to))) {
        return false;
      }
      from = to;
    }
    return true;
  }

  private static boolean send(Connection connection, List<Sql> message) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (Sql statement : message) {
      text.append(text.isEmpty() ? "" : ";").append(statement.text());
    }
    try (PreparedStatement together = connection.prepareStatement(text.toString())) {
      int place = 1;
      for (Sql statement : message) {
        place = statement.bind(together, place);
      }
      together.execute();
      for (int i = 0; i < message.size(); i++) {
        if (i > 0) {
          together.getMoreResults();
        }
        if (together.getUpdateCount() != message.get(i).rows()) {
          return false;
        }
      }
      return true;
    }
  }
}
