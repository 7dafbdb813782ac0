package io.jxc.examples.bench.naive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The pool of the hand-written program, and its loop around a transaction: what the database gave
 * up as a deadlock or a lock time-out is done again.
 */
public final class NaiveDatabase implements AutoCloseable {
  private static final int ATTEMPTS = 100;

  /** MySQL, MariaDB: deadlock, lock wait, record changed since it was read. */
  private static final int[] SERVER = {1213, 1205, 1020};

  /** H2: deadlock, lock time-out, concurrent update. */
  private static final int[] EMBEDDED = {40001, 50200, 90131};

  /** Connector/J as it was measured best for single statements. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("emulateUnsupportedPstmts", "false"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSize", "500"),
          Map.entry("prepStmtCacheSqlLimit", "65536"),
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("rewriteBatchedStatements", "true"),
          Map.entry("useLocalSessionState", "true"),
          Map.entry("cacheServerConfiguration", "true"),
          Map.entry("elideSetAutoCommits", "true"),
          Map.entry("maintainTimeStats", "false"),
          Map.entry("alwaysSendSetIsolation", "false"),
          Map.entry("connectTimeout", "5000"),
          Map.entry("socketTimeout", "60000"));

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Optional<String> sync;

  private NaiveDatabase(HikariConfig config, Optional<String> sync) {
    this.pool = new HikariDataSource(config);
    this.jdbi = Jdbi.create(pool);
    // the pool rolls back what was not committed; switching autocommit would cost two round trips
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    this.sync = sync;
  }

  /** Opens a MySQL or MariaDB server. */
  public static NaiveDatabase server(String url, String user, String password, int connections) {
    HikariConfig config = config(url, user, password, connections);
    OPTIONS.forEach(config::addDataSourceProperty);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql("SET SESSION innodb_lock_wait_timeout = 5");
    return new NaiveDatabase(config, Optional.empty());
  }

  /**
   * Opens an embedded H2.
   *
   * @param synced whether each commit is followed by a sync; otherwise it is handed to the
   *     operating system
   */
  public static NaiveDatabase h2(String url, int connections, boolean synced) {
    HikariConfig config = config(url, "jxc", "", connections);
    return new NaiveDatabase(config, synced ? Optional.of("CHECKPOINT SYNC") : Optional.empty());
  }

  private static HikariConfig config(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("naive");
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
    config.setAutoCommit(false);
    return config;
  }

  /** Returns the access to the database, for what is no transaction of the shop. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** What happens in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T in(Handle handle);
  }

  /**
   * Does work in a transaction of its own, and again where the database gave it up.
   *
   * @throws JdbiException when it fails for another reason, or too often
   */
  <T> T transaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try (Handle handle = jdbi.open()) {
        T result = work.in(handle);
        handle.commit();
        sync.ifPresent(handle::execute);
        return result;
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || !givenUp(e)) {
          throw e;
        }
        long most = Math.min(20, attempt) * 1_000_000L;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
      }
    }
  }

  private boolean givenUp(JdbiException e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    if (cause instanceof SQLException failed) {
      for (int code : pool.getJdbcUrl().startsWith("jdbc:h2:") ? EMBEDDED : SERVER) {
        if (failed.getErrorCode() == code) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    pool.close();
  }
}
