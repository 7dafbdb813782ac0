package io.jxc.store.jdbc.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server on a data folder and a port of its own. It is the server's program itself, not one that
 * would start it again: what is killed stays dead until {@link #start}.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Path home;
  private final List<String> command;
  private final int port;
  private Process process;

  private ServerProcess(Path home, List<String> command, int port) throws IOException {
    this.home = home;
    this.command = command;
    this.port = port;
    this.process = builder(home, command).start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts a server on an installed data folder and waits until it answers. */
  static ServerProcess serve(Path home, List<String> program) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(program);
    command.add("--port=" + port);
    command.add("--socket=" + home.resolve("s"));
    command.add("--tmpdir=" + tmp(home));
    ServerProcess server = new ServerProcess(home, command, port);
    server.awaitAnswer();
    return server;
  }

  /** The address of the server, of no database, without TLS: shaking hands would take most time. */
  public String url() {
    return "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED";
  }

  /** Creates a database and returns its address; the user is {@code root} without a password. */
  public String createDatabase(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("create a database", e);
    }
    return url().replace("/?", "/" + name + "?");
  }

  /** Opens a connection of one's own, to no database. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "root", "");
  }

  /** Where it keeps everything; the data is in {@code data}. */
  public Path home() {
    return home;
  }

  /** Starts it on the same data and port; it may still be recovering when this returns. */
  public void start() {
    try {
      process = builder(home, command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it answers. */
  public void awaitAnswer() {
    long start = System.nanoTime();
    while (true) {
      try (Connection connection = connect()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        boolean late = System.nanoTime() - start > START.toNanos();
        if (late || !process.isAlive()) {
          throw new IllegalStateException("no answer, see " + home.resolve("server.log"), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  /** Waits for its end, and tells whether it came. */
  public boolean awaitEnd(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills it with the signal that nothing can catch, and waits until it is gone. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it and removes its folder. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    if (!Files.exists(home)) {
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + home);
    }
  }

  static void run(Path home, List<String> command) throws IOException {
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

  static Path tmp(Path home) throws IOException {
    return Files.createDirectories(home.resolve("tmp"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ProcessBuilder builder(Path home, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // Servers that start side by side clean a shared folder under each other's feet.
    builder.environment().put("TMPDIR", tmp(home).toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
    return builder;
  }
}
