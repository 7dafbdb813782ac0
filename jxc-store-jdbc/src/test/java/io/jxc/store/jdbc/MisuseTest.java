package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would lose commits silently is refused with a reason. */
class MisuseTest {
  private Path folder;

  @BeforeEach
  void open() {
    folder = H2Fixture.copyOfTemplate();
  }

  @AfterEach
  void close() {
    H2Fixture.delete(folder);
  }

  @Test
  void poolWithoutAutoCommitIsRefused() {
    HikariConfig config = hikari();
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      assertMisconfigured(() -> JdbcStore.using(pool).build(), "autoCommit");
    }
  }

  @Test
  void connectionThatLosesAutoCommitLaterIsRefusedWhenItIsBorrowed() {
    boolean[] inTransaction = {false};
    WatchedSource source =
        new WatchedSource(url(), "jxc", "") {
          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(!inTransaction[0]);
            return connection;
          }
        };
    try (JdbcStore store = JdbcStore.using(source).build()) {
      store.register(KitTypes.SCHEMA);
      inTransaction[0] = true;
      assertMisconfigured(() -> store.head(TenantId.of("shop")), "autoCommit");
    }
  }

  /** Named as Spring's. */
  private static class TransactionAwareDataSourceProxy extends WatchedSource {
    TransactionAwareDataSourceProxy(String url) {
      super(url, "jxc", "");
    }
  }

  @Test
  void transactionAwareSourceIsRefused() {
    assertMisconfigured(
        () -> JdbcStore.using(new TransactionAwareDataSourceProxy(url())).build(),
        "transaction-aware");
  }

  @Test
  void sourceThatGivesOneConnectionTwiceIsRefused() throws SQLException {
    try (Connection only = H2Fixture.connect(folder)) {
      WatchedSource source =
          new WatchedSource(url(), "jxc", "") {
            @Override
            public Connection getConnection() {
              return only;
            }
          };
      assertMisconfigured(() -> JdbcStore.using(source).build(), "twice");
    }
  }

  @Test
  void databaseInMemoryIsRefused() {
    WatchedSource source = new WatchedSource("jdbc:h2:mem:misuse;DB_CLOSE_DELAY=-1", "jxc", "");
    assertMisconfigured(() -> JdbcStore.using(source).migrate().build(), "in-memory");
  }

  @Test
  void userWhoMayNotSyncIsRefused() throws SQLException {
    try (Connection admin = H2Fixture.connect(folder)) {
      HostConnections.execute(admin, "CREATE USER clerk PASSWORD ''");
      HostConnections.execute(admin, "GRANT ALL ON SCHEMA PUBLIC TO clerk");
      String plain = url().substring(0, url().indexOf(';'));
      WatchedSource source = new WatchedSource(plain, "clerk", "");
      for (Durability durability :
          new Durability[] {Durability.POWER_LOSS, Durability.PROCESS_CRASH}) {
        assertMisconfigured(() -> JdbcStore.using(source).durability(durability).build(), "ADMIN");
      }
    }
  }

  @Test
  void weakerDurabilityIsRefused() {
    assertMisconfigured(() -> JdbcStore.h2(folder).durability(Durability.MEMORY), "PROCESS_CRASH");
  }

  @Test
  void driverOptionsThatHideErrorsAreRefused() {
    for (String option :
        new String[] {
          "emulateUnsupportedPstmts=true",
          "useAffectedRows=true",
          "autoReconnect=true",
          "jdbcCompliantTruncation=false"
        }) {
      assertMisconfigured(
          () -> JdbcStore.mysql("jdbc:mysql://127.0.0.1:1/x?" + option, "u", "p").build(),
          option.split("=", 2)[0]);
    }
  }

  @Test
  void serverThatCannotBeReachedIsAPassingFailure() {
    assertThatThrownBy(() -> JdbcStore.mysql("jdbc:mysql://127.0.0.1:1/x", "u", "p").build())
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isTrue());
  }

  @Test
  void hostsPoolIsLeftOpenAndItsConnectionsAsTheyWere() throws SQLException {
    HikariConfig config = hikari();
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      int isolation;
      try (Connection connection = pool.getConnection()) {
        isolation = connection.getTransactionIsolation();
        HostConnections.execute(connection, "SET LOCK_TIMEOUT 1234");
      }
      try (JdbcStore store = JdbcStore.using(pool).build()) {
        store.register(KitTypes.SCHEMA);
        store.view(TenantId.of("shop")).close();
        assertThat(store.lease("n", "h", Duration.ofSeconds(1))).isPresent();
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
        assertThat(Product.H2.limits(connection)).isNotEqualTo(List.of(5_000L));
      }
    }
  }

  private HikariConfig hikari() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url().replace("LOCK_TIMEOUT=5000", "LOCK_TIMEOUT=1234"));
    config.setUsername("jxc");
    config.setPassword("");
    return config;
  }

  private String url() {
    return new ConnectionSource.H2File(folder).url();
  }

  private static void assertMisconfigured(ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            JxcException.class,
            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.STORAGE_MISCONFIGURED))
        .hasMessageContaining(why);
  }
}
