package io.jxc.examples.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between both sides and the server, and lets each message to the server wait: a network
 * that is further away. Answers pass at once, so that a round trip costs the delay once.
 */
final class DelayProxy implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("^(jdbc:\\w+://)([^/:?]+)(?::(\\d+))?");
  private static final int DEFAULT_PORT = 3306;
  private static final int BUFFER = 1 << 16;

  private final String url;
  private final String host;
  private final int port;
  private final long delayNanos;
  private final ServerSocket socket;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  /**
   * Starts to listen.
   *
   * @param url address of the server
   * @throws IllegalArgumentException when it names no single host
   */
  DelayProxy(String url, Duration delay) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.find()) {
      throw new IllegalArgumentException("--delay-ms needs jdbc:mysql://HOST, found '" + url + "'");
    }
    this.url = url;
    this.host = address.group(2);
    this.port = address.group(3) == null ? DEFAULT_PORT : Integer.parseInt(address.group(3));
    this.delayNanos = delay.toNanos();
    try {
      this.socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("accept", this::accept);
  }

  /** Returns the address under which the server answers late. */
  String url() {
    String here = socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    return ADDRESS.matcher(url).replaceFirst("$1" + Matcher.quoteReplacement(here));
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      open.add(client);
      start("connect", () -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Socket server = new Socket(host, port);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      start("to server", () -> pass(client, server, delayNanos));
      start("to client", () -> pass(server, client, 0));
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  private static void pass(Socket from, Socket to, long delay) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      int read = in.read(buffer);
      while (read >= 0) {
        pause(delay);
        out.write(buffer, 0, read);
        while (in.available() > 0) {
          // the rest of a message that was long under way
          out.write(buffer, 0, in.read(buffer));
        }
        read = in.read(buffer);
      }
    }
  }

  private static void pause(long delay) {
    long end = System.nanoTime() + delay;
    long left = delay;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // one end has closed: the other one is closed too, and both sides see it
              }
            },
            "proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try (socket) {
      for (Socket one : open) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
