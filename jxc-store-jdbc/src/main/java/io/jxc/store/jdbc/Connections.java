package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from, each set up for one use. All have autoCommit off. */
interface Connections extends AutoCloseable {
  /** What they lead to. */
  Product product();

  /** A connection for writing: READ COMMITTED, waits and idling bounded. */
  Connection write() throws SQLException;

  /** A connection for reading: all reads of a transaction show one moment. */
  Connection read() throws SQLException;

  /** Rolls back what is open and gives the connection back; never throws. */
  void release(Connection connection);

  /** Closes what was opened here. */
  @Override
  void close();
}
