package io.jxc.store.jdbc.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the test server answers, and as whom. */
record ServerAddress(String url, String user, String password) {
  /** The address of a database on this server. */
  String database(String name) {
    int query = url.indexOf('?');
    String base = query < 0 ? url : url.substring(0, query);
    int slash = base.indexOf('/', "jdbc:mysql://".length());
    String server = slash < 0 ? base : base.substring(0, slash);
    return server + "/" + name + (query < 0 ? "" : url.substring(query));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
