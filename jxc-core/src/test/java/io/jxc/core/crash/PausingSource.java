package io.jxc.core.crash;

import io.jxc.store.jdbc.testing.WatchedConnections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A host's source of connections that stops at a named point: it says so and goes on when it is
 * told. Whoever started the process kills or freezes it meanwhile.
 */
final class PausingSource extends WatchedConnections {
  /**
   * Where to stop.
   *
   * @param when {@code before} or {@code after}
   * @param what {@code commit}, or how the statement begins
   * @param times how often it has been there by then
   */
  record Point(String when, String what, int times) {
    /** Reads the form that {@link #toString} gives. */
    static Point parse(String text) {
      String[] parts = text.split("/", 3);
      return new Point(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
      return when + "/" + what + "/" + times;
    }
  }

  private final Point point;
  private final AtomicInteger met = new AtomicInteger();
  private final Connection open;

  PausingSource(String url, String user, Point point) {
    super(url, user, "");
    this.point = point;
    try {
      // an embedded database would close with each connection otherwise
      this.open = DriverManager.getConnection(url, user, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (open.isClosed()) {
      throw new SQLException("closed");
    }
    return super.getConnection();
  }

  @Override
  protected void before(String what) {
    pauseAt("before", what);
  }

  @Override
  protected void after(String what) {
    pauseAt("after", what);
  }

  private void pauseAt(String when, String what) {
    if (when.equals(point.when())
        && what.startsWith(point.what())
        && met.incrementAndGet() == point.times()) {
      LoadChild.say("at " + point);
      LoadChild.awaitWord("go");
    }
  }
}
