package io.jxc.examples.host;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's transaction manager for one DataSource, as {@code @Transactional} uses it. */
final class SpringHost implements Host {
  private final DataSource pool;
  private final TransactionTemplate transactions;

  SpringHost(Place place) {
    pool = new DriverManagerDataSource(place.url(), place.user(), place.password());
    transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  @Override
  public void inTransaction(Work work) {
    transactions.executeWithoutResult(
        status -> {
          Connection connection = DataSourceUtils.getConnection(pool);
          try {
            work.on(connection);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          } finally {
            DataSourceUtils.releaseConnection(connection, pool);
          }
        });
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
