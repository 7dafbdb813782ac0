package io.jxc.store.jdbc;

import io.jxc.store.jdbc.testing.WatchedConnections;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A host's source of connections that notes what is executed and fails when a test says so. */
class WatchedSource extends WatchedConnections {
  /** Fails at a moment: thrown instead of, or after, what was asked. */
  interface Fault {
    void at(String what) throws SQLException;
  }

  private final List<String> executed = new ArrayList<>();
  private volatile Fault faultBefore = what -> {};
  private volatile Fault faultAfter = what -> {};

  WatchedSource(String url, String user, String password) {
    super(url, user, password);
  }

  /** What was executed since the last call: texts of statements, and "commit". */
  synchronized List<String> takeExecuted() {
    List<String> taken = List.copyOf(executed);
    executed.clear();
    return taken;
  }

  void failBefore(Fault fault) {
    faultBefore = fault;
  }

  void failAfter(Fault fault) {
    faultAfter = fault;
  }

  @Override
  protected void before(String what) throws SQLException {
    if (!what.equals("connect")) {
      note(what);
    }
    faultBefore.at(what);
  }

  @Override
  protected void after(String what) throws SQLException {
    faultAfter.at(what);
  }

  private synchronized void note(String what) {
    executed.add(what);
  }
}
