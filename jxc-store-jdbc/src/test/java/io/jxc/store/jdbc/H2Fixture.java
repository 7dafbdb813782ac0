package io.jxc.store.jdbc;

import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.KitTypes;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** A store on an H2 file of its own, copied from one with the kit's tables. */
final class H2Fixture implements StoreFixture {
  private static final Path TEMPLATE = template();

  private final Path folder;
  private final JdbcStore store;

  H2Fixture(Durability durability) {
    folder = copyOfTemplate();
    store = JdbcStore.h2(folder).durability(durability).build();
    store.register(KitTypes.SCHEMA);
  }

  /** A new folder with an H2 file that has the kit's tables and no row. */
  static Path copyOfTemplate() {
    try {
      Path folder = Files.createTempDirectory("jxc-h2-");
      Files.copy(TEMPLATE.resolve("jxc.mv.db"), folder.resolve("jxc.mv.db"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path template() {
    try {
      Path folder = Files.createTempDirectory("jxc-h2-template-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      try (JdbcStore store = JdbcStore.h2(folder).build();
          Connection connection = connect(folder)) {
        new Tamperer(connection, KitTypes.SCHEMA, Dialect.H2).createTables();
        store.register(KitTypes.SCHEMA);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection of its own to the database in a folder that a store has open. */
  static Connection connect(Path folder) throws SQLException {
    return DriverManager.getConnection(new ConnectionSource.H2File(folder).url(), "jxc", "");
  }

  Path folder() {
    return folder;
  }

  @Override
  public JxcStore store() {
    return store;
  }

  @Override
  public void tamper(Tampering what) {
    try (Connection connection = connect(folder)) {
      new Tamperer(connection, KitTypes.SCHEMA, Dialect.H2).apply(what);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    store.close();
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
