package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come back from a server as they were written into a message. */
class LiteralsOnServerTest {
  private static final String DEFAULT = "@@GLOBAL.sql_mode";

  /** Modes that change how quotes and backslashes are read. */
  private static final String OTHER =
      "'STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE'";

  private static final String FOUND = "UPDATE nasty SET found = found + 1 WHERE ";

  private final Database database = TestDatabases.fresh();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    String url = database.url() + (database.url().contains("?") ? "&" : "?");
    connection =
        DriverManager.getConnection(
            url + "allowMultiQueries=true", database.user(), database.password());
    execute(
        "CREATE TABLE nasty (n BIGINT NOT NULL, k VARBINARY(400) NOT NULL, b LONGBLOB,"
            + " t MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, i INT,"
            + " d DECIMAL(24, 8), y DATE, found INT NOT NULL, PRIMARY KEY (k, n))");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {DEFAULT, OTHER})
  void nastyValuesComeBackAsTheyWere(String mode) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    long n = 0;
    for (String text : NastyValues.texts()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      rows.add(row(n++, bytes, text));
      rows.add(row(n++, bytes(bytes, 0xff), text + "'"));
      rows.add(row(n++, bytes(bytes, '\\'), text + "\\"));
    }
    assertKept(mode, rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {DEFAULT, OTHER})
  void anyValuesComeBackAsTheyWere(String mode) throws SQLException {
    Random random = new Random(20_260_102);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long n = 0; n < 1_000; n++) {
      rows.add(row(n, NastyValues.bytes(random), NastyValues.text(random)));
    }
    assertKept(mode, rows);
  }

  private static @Nullable Object[] row(long n, byte[] bytes, String text) {
    boolean none = n % 7 == 6;
    return new @Nullable Object[] {
      n % 2 == 0 ? n : Long.MIN_VALUE + n,
      Arrays.copyOf(bytes, Math.min(bytes.length, 400)),
      none ? null : bytes,
      none ? null : text,
      none ? null : (int) -n,
      none ? null : BigDecimal.valueOf(n % 2 == 0 ? n : Long.MIN_VALUE + n, 8),
      none ? null : LocalDate.of(1, 1, 1).plusDays(n * 3_000),
      0
    };
  }

  private static byte[] bytes(byte[] some, int more) {
    byte[] bytes = Arrays.copyOf(some, some.length + 1);
    bytes[some.length] = (byte) more;
    return bytes;
  }

  /** Writes the rows, finds each by its key alone and all of them together, and reads them. */
  private void assertKept(String mode, List<@Nullable Object[]> rows) throws SQLException {
    execute("SET SESSION sql_mode = " + mode);
    Trip.Composer composer = new Trip.Composer();
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      composer.run(Sql.of("INSERT INTO nasty VALUES (?, ?, ?, ?, ?, ?, ?, ?)", 1, row));
      @Nullable Object[] key = {row[1], row[0]};
      composer.run(Sql.of(FOUND + SetWriter.in(List.of("k", "n"), 1), 1, key));
      keys.add(key);
    }
    Sql all = new Sql(FOUND + SetWriter.in(List.of("k", "n"), keys.size()), keys, keys.size());

    assertThat(composer.done().send(connection, Sql.of("DO 1", 0), all)).isTrue();

    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM nasty")) {
      List<List<@Nullable Object>> stored = new ArrayList<>();
      while (found.next()) {
        stored.add(
            Arrays.asList(
                found.getLong(1),
                hex(found.getBytes(2)),
                hex(found.getBytes(3)),
                found.getString(4),
                found.getObject(5, Integer.class),
                found.getBigDecimal(6),
                found.getObject(7, LocalDate.class),
                found.getInt(8)));
      }
      assertThat(stored).containsExactlyInAnyOrderElementsOf(expected(rows));
    }
  }

  private static List<List<@Nullable Object>> expected(List<@Nullable Object[]> rows) {
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      @Nullable Object[] found = row.clone();
      found[1] = hex((byte[]) row[1]);
      found[2] = hex((byte[]) row[2]);
      found[7] = 2;
      expected.add(Arrays.asList(found));
    }
    return expected;
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
