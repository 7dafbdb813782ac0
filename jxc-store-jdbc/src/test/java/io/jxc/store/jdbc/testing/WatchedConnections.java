package io.jxc.store.jdbc.testing;

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
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A host's source of connections that tells what is about to be executed on them, and what was. */
public abstract class WatchedConnections implements DataSource {
  private final String url;
  private final String user;
  private final String password;

  /** Takes the address of a database and who connects. */
  protected WatchedConnections(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Hears of texts of statements, of "connect" and "commit"; what it throws is the answer. */
  protected abstract void before(String what) throws SQLException;

  /** The same when it is done; of "connect" it does not hear. */
  protected abstract void after(String what) throws SQLException;

  @Override
  public Connection getConnection() throws SQLException {
    before("connect");
    Connection connection = DriverManager.getConnection(url, user, password);
    return watched(Connection.class, connection, "");
  }

  private <T> T watched(Class<T> type, T target, String sql) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          String what = what(method, sql, arguments);
          if (!what.isEmpty()) {
            before(what);
          }
          Object result = invoke(method, target, arguments);
          if (!what.isEmpty()) {
            after(what);
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
