package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jxc.api.TenantId;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.StoreView;
import io.jxc.store.jdbc.testing.ServerProcess;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.tck.KitTypes;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is set up badly, or goes away: typed errors, and on it goes when all is well. */
class SurroundingsTest {
  private static final TenantId SHOP = TenantId.of("shop");

  @TempDir static Path home;
  private static ServerProcess server;
  private static int databases;

  /** Of somebody who may do everything, whatever the server is set to. */
  private Connection admin;

  private String url;

  @BeforeAll
  static void start() {
    List<String> settings = List.of("--log-bin=log", "--server-id=1", "--sync-binlog=1");
    server = TestDatabases.ownServer(home.resolve("server"), settings);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws SQLException {
    url = server.createDatabase("surroundings_" + ++databases);
    admin = DriverManager.getConnection(url, "root", "");
    mysql().migrate().build().close();
    new Tamperer(admin, KitTypes.SCHEMA, Dialect.MYSQL).createTables();
  }

  @AfterEach
  void close() throws SQLException {
    admin.close();
  }

  private JdbcStore.Builder mysql() {
    return JdbcStore.mysql(url, "root", "");
  }

  private static JdbcStore registered(JdbcStore store) {
    store.register(KitTypes.SCHEMA);
    return store;
  }

  @Test
  void aServerThatWentAwayIsUsedAgainWhenItIsBack() {
    try (JdbcStore store = registered(mysql().build())) {
      committed(store);
      server.kill();
      assertThat(passing(() -> store.head(SHOP)).code()).isEqualTo("storage.failed");
      assertThat(passing(() -> committed(store)).code()).isEqualTo("storage.failed");
      assertThat(store.health().up()).isFalse();
      server.start();
      server.awaitAnswer();
      committed(store);
      assertThat(store.head(SHOP).sequence()).isEqualTo(2);
      assertThat(store.health().up()).isTrue();
    }
  }

  @Test
  void aPoolWithoutAFreeConnectionIsAPassingFailure() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("root");
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(300);
    try (HikariDataSource pool = new HikariDataSource(config);
        JdbcStore store = registered(JdbcStore.using(pool).build())) {
      try (Connection one = pool.getConnection();
          Connection two = pool.getConnection()) {
        assertThat(one).isNotSameAs(two);
        passing(() -> committed(store));
        passing(() -> store.view(SHOP));
      }
      committed(store);
      assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatTurnsReadOnlyTakesCommitsAgainWhenItIsWritable() throws SQLException {
    hireClerk();
    try (JdbcStore store = registered(clerk().build())) {
      committed(store);
      HostConnections.execute(admin, "SET GLOBAL read_only = 1");
      try {
        StorageException refused = passing(() -> committed(store));
        assertThat(((SQLException) refused.getCause()).getErrorCode()).isEqualTo(1290);
        assertThat(store.head(SHOP).sequence()).as("reads go on").isEqualTo(1);
      } finally {
        HostConnections.execute(admin, "SET GLOBAL read_only = 0");
      }
      committed(store);
      assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatIsReadOnlyAtTheStartIsUsedAndTakesCommitsLater() throws SQLException {
    hireClerk();
    HostConnections.execute(admin, "SET GLOBAL read_only = 1");
    try (JdbcStore store = registered(clerk().build())) {
      passing(() -> committed(store));
      assertThat(store.head(SHOP).sequence()).as("reads go on").isZero();
      HostConnections.execute(admin, "SET GLOBAL read_only = 0");
      committed(store);
    } finally {
      HostConnections.execute(admin, "SET GLOBAL read_only = 0");
    }
  }

  private JdbcStore.Builder clerk() {
    return JdbcStore.mysql(url, "clerk", "clerk");
  }

  /** Somebody who may do no more than JXC has to. */
  private void hireClerk() throws SQLException {
    letRightsCount();
    HostConnections.execute(
        admin, "CREATE USER IF NOT EXISTS clerk@localhost IDENTIFIED BY 'clerk'");
    HostConnections.execute(admin, "GRANT ALL ON " + admin.getCatalog() + ".* TO clerk@localhost");
  }

  /** The server of the class path starts without any; nobody has a password then. */
  private void letRightsCount() throws SQLException {
    if (Product.of(admin) == Product.MARIADB) {
      HostConnections.execute(admin, "FLUSH PRIVILEGES");
      HostConnections.execute(admin, "CREATE OR REPLACE USER root@localhost IDENTIFIED BY ''");
      HostConnections.execute(admin, "GRANT ALL ON *.* TO root@localhost WITH GRANT OPTION");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kit_order, latin1, latin1_swedish_ci",
    "kit_order, utf8mb3, utf8mb3_bin",
    "kit_order, utf8mb4, utf8mb4_general_ci"
  })
  void tablesThatLoseCharactersAreRefused(String type, String characters, String collation)
      throws SQLException {
    HostConnections.execute(admin, "ALTER DATABASE CHARACTER SET latin1");
    try (JdbcStore store = registered(mysql().build())) {
      committed(store);
      HostConnections.execute(
          admin,
          "ALTER TABLE jxc_"
              + type
              + (" CONVERT TO CHARACTER SET " + characters + " COLLATE " + collation));
    }
    try (JdbcStore store = mysql().build()) {
      StorageException refused =
          catchThrowableOfType(StorageException.class, () -> store.register(KitTypes.SCHEMA));
      assertThat(refused.code()).isEqualTo("storage.schema-mismatch");
      assertThat(refused).hasMessageContaining(collation).hasMessageContaining("utf8mb4_bin");
    }
  }

  @Test
  void aSessionOfAnotherCharacterSetIsRefused() {
    String latin = url + "&characterEncoding=ISO-8859-1";
    assertMisconfigured(JdbcStore.mysql(latin, "root", ""), "characterEncoding=UTF-8");
  }

  @Test
  void aSessionThatIsNotIsolatedAsAskedForIsRefused() {
    WatchedSource deaf =
        new WatchedSource(url, "root", "") {
          @Override
          public Connection getConnection() throws SQLException {
            return deaf(super.getConnection());
          }
        };
    assertMisconfigured(JdbcStore.using(deaf), "READ-COMMITTED and has REPEATABLE-READ");
  }

  /** A connection through something that keeps the isolation level to itself. */
  private static Connection deaf(Connection connection) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("setTransactionIsolation")
                ? null
                : method.invoke(connection, arguments);
    Class<?>[] type = {Connection.class};
    return (Connection) Proxy.newProxyInstance(type[0].getClassLoader(), type, handler);
  }

  @ParameterizedTest
  @CsvSource({
    "useAffectedRows=true, useAffectedRows=false",
    "useServerPrepStmts=true, emulateUnsupportedPstmts=false"
  })
  void aHostsPoolWhoseDriverHidesWhatTheServerSaysIsRefused(String option, String advice) {
    assertMisconfigured(JdbcStore.using(new WatchedSource(url + "&" + option, "root", "")), advice);
  }

  private static void assertMisconfigured(JdbcStore.Builder store, String advice) {
    assertThatThrownBy(store::build)
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.code()).isEqualTo("storage.misconfigured"))
        .hasMessageContaining(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "max_allowed_packet, 1048576, 67108864, max_allowed_packet",
    "binlog_format, STATEMENT, ROW, ROW or MIXED",
    "sql_mode, '', STRICT_TRANS_TABLES, sql_mode"
  })
  void serversThatCannotKeepCommitsAreRefused(
      String setting, String bad, String good, String advice) throws SQLException {
    HostConnections.execute(admin, "SET GLOBAL " + setting + " = " + quoted(bad));
    try {
      assertMisconfigured(mysql(), advice);
    } finally {
      HostConnections.execute(admin, "SET GLOBAL " + setting + " = " + quoted(good));
    }
    mysql().build().close();
  }

  private static String quoted(String value) {
    return value.matches("[0-9]+") ? value : "'" + value + "'";
  }

  @ParameterizedTest
  @CsvSource({
    "innodb_flush_log_at_trx_commit, 2",
    "innodb_flush_log_at_trx_commit, 0",
    "sync_binlog, 0",
    "sync_binlog, 100"
  })
  void aServerThatFlushesLaterSurvivesLess(String setting, int value) throws SQLException {
    HostConnections.execute(admin, "SET GLOBAL " + setting + " = " + value);
    try (JdbcStore store = mysql().build()) {
      assertThat(store.health().durability()).isEqualTo(Durability.PROCESS_CRASH);
    } finally {
      HostConnections.execute(admin, "SET GLOBAL " + setting + " = 1");
    }
    try (JdbcStore store = mysql().build()) {
      assertThat(store.health().durability()).isEqualTo(Durability.POWER_LOSS);
    }
  }

  @Test
  void aNodeWritesNoMoreOnceANewerOneHas() throws SQLException {
    try (JdbcStore store = registered(mysql().build())) {
      committed(store);
      HostConnections.execute(admin, "UPDATE jxc_head SET schema_version = schema_version + 1");
      JxcException refused = catchThrowableOfType(JxcException.class, () -> committed(store));
      assertThat(refused.code()).isEqualTo("storage.schema-mismatch");
      assertThat(refused.retryable()).isFalse();
      assertThat(store.head(SHOP).sequence()).as("reads go on").isEqualTo(1);
      HostConnections.execute(admin, "UPDATE jxc_head SET schema_version = schema_version - 1");
      committed(store);
    }
  }

  private static StorageException passing(ThrowingCallable call) {
    StorageException failure = catchThrowableOfType(StorageException.class, call);
    assertThat(failure.retryable()).isTrue();
    return failure;
  }

  private static void committed(JdbcStore store) {
    long head;
    try (StoreView view = store.view(SHOP)) {
      head = view.head().sequence();
    }
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    Commit commit =
        store.commit(
            ChangeSet.builder(SHOP, head, UUID.randomUUID(), Instant.EPOCH)
                .entry(new JournalEntry("kit_note", 1, values, Bytes.EMPTY))
                .build());
    assertThat(commit).isInstanceOf(Commit.Committed.class);
  }
}
