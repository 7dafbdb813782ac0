package io.jxc.examples.host;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Plain JDBC. */
final class PlainHost implements Host {
  private final DataSource pool;

  PlainHost(Place place) {
    pool = new DriverManagerDataSource(place.url(), place.user(), place.password());
  }

  @Override
  public void inTransaction(Work work) throws Exception {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (Exception e) {
        connection.rollback();
        throw e;
      }
    }
  }

  @Override
  public DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
