package io.jxc.core.crash;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A host's source of connections that stops at a named point: it says so and goes on when it is
 * told. Whoever started the process kills or freezes it meanwhile.
 */
final class PausingSource implements DataSource {
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

  private final String url;
  private final String user;
  private final Point point;
  private final AtomicInteger met = new AtomicInteger();
  private final Connection open;

  PausingSource(String url, String user, Point point) {
    this.url = url;
    this.user = user;
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
    return watched(Connection.class, DriverManager.getConnection(url, user, ""), "");
  }

  private <T> T watched(Class<T> type, T target, String sql) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          String what = what(method, sql, arguments);
          pauseAt("before", what);
          Object result = invoke(method, target, arguments);
          pauseAt("after", what);
          if (result instanceof PreparedStatement statement) {
            return watched(PreparedStatement.class, statement, (String) arguments[0]);
          }
          return result instanceof Statement statement
              ? watched(Statement.class, statement, "")
              : result;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void pauseAt(String when, String what) {
    if (when.equals(point.when())
        && !what.isEmpty()
        && what.startsWith(point.what())
        && met.incrementAndGet() == point.times()) {
      LoadChild.say("at " + point);
      LoadChild.awaitWord("go");
    }
  }

  private static String what(Method method, String sql, Object[] arguments) {
    if (method.getName().equals("commit")) {
      return "commit";
    }
    boolean executes =
        method.getName().startsWith("execute")
            && Statement.class.isAssignableFrom(method.getDeclaringClass());
    return !executes ? "" : sql.isEmpty() && arguments != null ? (String) arguments[0] : sql;
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String asUser, String withPassword) throws SQLException {
    throw new SQLFeatureNotSupportedException("not used");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("not used");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("not used");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("not used");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("not used");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
