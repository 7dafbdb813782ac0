package io.jxc.core.internal.testing;

import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One place where rows are kept, on which any number of nodes open a store of their own. */
public abstract class Ground implements AutoCloseable {
  /** The places that every rule of the road is tried on. */
  public enum Kind {
    /** One store in memory that all nodes share. */
    MEMORY,
    /** An H2 file. */
    H2,
    /** A database on the test server of the MySQL protocol. */
    MYSQL;

    /** Opens a new, empty place. */
    public Ground open() {
      return switch (this) {
        case MEMORY -> new InMemory();
        case H2 -> new OnH2();
        case MYSQL -> new OnServer();
      };
    }
  }

  private Ground() {}

  /** Opens the store of one more node, which closes it. */
  public abstract JxcStore node();

  @Override
  public abstract void close();

  private static final class InMemory extends Ground {
    private final JxcStore shared = MemoryStore.create();

    @Override
    public JxcStore node() {
      // the other nodes go on when one is closed
      InvocationHandler open =
          (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
              return null;
            }
            try {
              return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          };
      return (JxcStore)
          Proxy.newProxyInstance(
              JxcStore.class.getClassLoader(), new Class<?>[] {JxcStore.class}, open);
    }

    @Override
    public void close() {
      shared.close();
    }
  }

  private static final class OnH2 extends Ground {
    private final Path folder = folder();

    private static Path folder() {
      try {
        return Files.createTempDirectory("jxc-core-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public JxcStore node() {
      return JdbcStore.h2(folder).durability(Durability.PROCESS_CRASH).build();
    }

    @Override
    public void close() {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : all) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class OnServer extends Ground {
    private final Database database =
        TestDatabases.withTables(
            "core",
            made ->
                JdbcStore.mysql(made.url(), made.user(), made.password())
                    .migrate()
                    .build()
                    .close());

    @Override
    public JxcStore node() {
      return JdbcStore.mysql(database.url(), database.user(), database.password()).build();
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
