package io.jxc.examples.host;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An application with transactions of its own, in one of the usual ways. */
interface Host extends AutoCloseable {
  /** What the application does on its connection. */
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** Does something in one transaction: committed at the end, rolled back by an exception. */
  void inTransaction(Work work) throws Exception;

  /** The pool of the application, as its own code uses it. */
  DataSource pool();

  @Override
  void close();
}
