package io.jxc.store.jdbc;

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
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A host's source of connections that notes what is executed and fails when a test says so. */
class WatchedSource implements DataSource {
  /** Fails at a moment: thrown instead of, or after, what was asked. */
  interface Fault {
    void at(String what) throws SQLException;
  }

  private final String url;
  private final String user;
  private final String password;
  private final List<String> executed = new ArrayList<>();
  private volatile Fault before = what -> {};
  private volatile Fault after = what -> {};

  WatchedSource(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** What was executed since the last call: texts of statements, and "commit". */
  synchronized List<String> takeExecuted() {
    List<String> taken = List.copyOf(executed);
    executed.clear();
    return taken;
  }

  void failBefore(Fault fault) {
    before = fault;
  }

  void failAfter(Fault fault) {
    after = fault;
  }

  @Override
  public Connection getConnection() throws SQLException {
    before.at("connect");
    Connection connection = DriverManager.getConnection(url, user, password);
    return watched(Connection.class, connection, "");
  }

  private <T> T watched(Class<T> type, T target, String sql) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          String what = what(method, sql, arguments);
          if (!what.isEmpty()) {
            note(what);
            before.at(what);
          }
          Object result = invoke(method, target, arguments);
          if (!what.isEmpty()) {
            after.at(what);
          }
          if (result instanceof PreparedStatement statement) {
            return watched(PreparedStatement.class, statement, (String) arguments[0]);
          }
          return result instanceof Statement statement
              ? watched(Statement.class, statement, "")
              : result;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
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

  private synchronized void note(String what) {
    executed.add(what);
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
