package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a commit, sent to a server together: a network answers once where it would
 * answer a dozen times. The text is composed before the head is locked; what only the head can tell
 * is put around it when it is sent. It tells only whether all of them did what was expected; what
 * was not as expected is found out by running them one by one.
 */
final class Trip {
  /** Characters of one message: servers take 16 MB and more, and 4 MB even where set low. */
  private static final int MESSAGE = 2 << 20;

  /** Room for the statements around the rows. */
  private static final int AROUND = 2 << 10;

  private final List<Message> messages;

  private Trip(List<Message> messages) {
    this.messages = messages;
  }

  /**
   * Some statements.
   *
   * @param text of all of them
   * @param rows how many each changes if all is as expected
   */
  private record Message(String text, List<Integer> rows) {}

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

  /** Composes the steps; empty where one of them cannot do what is expected of it. */
  static Optional<Trip> of(List<Plan.Step> steps) {
    Composer composer = new Composer();
    RowWriter writer = new SetWriter(composer);
    try {
      for (Plan.Step step : steps) {
        if (!step.action().run(writer)) {
          return Optional.empty();
        }
      }
    } catch (SQLException e) {
      throw SqlErrors.of("compose a commit", e);
    }
    return Optional.of(composer.done());
  }

  /** Writes statements down instead of running them. */
  static final class Composer implements Sql.Runner {
    private final List<Message> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(64 << 10);
    private List<Integer> rows = new ArrayList<>();

    @Override
    public int run(Sql statement) {
      int end = text.length();
      text.append(end == 0 ? "" : ";");
      statement.appendTo(text);
      if (end > 0 && text.length() > MESSAGE) {
        String next = text.substring(end + 1);
        text.setLength(end);
        close();
        text.append(next);
      }
      rows.add(statement.rows());
      return statement.rows();
    }

    private void close() {
      messages.add(new Message(text.toString(), rows));
      text.setLength(0);
      rows = new ArrayList<>();
    }

    /** Everything that was written down. */
    Trip done() {
      close();
      return new Trip(List.copyOf(messages));
    }
  }

  /**
   * Sends everything.
   *
   * @param first goes before the rest
   * @param last goes behind the rest
   * @return whether each statement changed as many rows as expected
   * @throws SQLException also when a key was taken; nobody can tell by which statement
   */
  boolean send(Connection connection, Sql first, Sql last) throws SQLException {
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (i == 0) {
        message = join(written(first), message);
      }
      if (i == messages.size() - 1) {
        message = join(message, written(last));
      }
      if (!send(connection, message)) {
        return false;
      }
    }
    return true;
  }

  private static Message written(Sql statement) {
    StringBuilder text = new StringBuilder(AROUND);
    statement.appendTo(text);
    return new Message(text.toString(), List.of(statement.rows()));
  }

  private static Message join(Message one, Message other) {
    if (one.text().isEmpty() || other.text().isEmpty()) {
      return one.text().isEmpty() ? other : one;
    }
    List<Integer> rows = new ArrayList<>(one.rows());
    rows.addAll(other.rows());
    return new Message(one.text() + ";" + other.text(), rows);
  }

  private static boolean send(Connection connection, Message message) throws SQLException {
    try (Statement together = connection.createStatement()) {
      // not a sign of the text is the driver's business
      together.setEscapeProcessing(false);
      together.execute(message.text());
      for (int rows : message.rows()) {
        if (together.getUpdateCount() != rows) {
          return false;
        }
        together.getMoreResults();
      }
      // an answer to a statement that nobody has written would mean that a text was cut in two
      return together.getUpdateCount() == -1;
    }
  }
}
