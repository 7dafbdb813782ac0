package io.jxc.core.crash;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a node and its server and cuts the line at a COMMIT. It reads the packets of the
 * client (three bytes of length, one of number) and knows the query that says COMMIT.
 */
final class CuttingProxy implements AutoCloseable {
  /** What happens to a COMMIT. */
  enum Cut {
    /** Both lines are closed before the server has seen it. */
    BEFORE,
    /** The server gets it, and the line to the client is closed before the answer. */
    AFTER,
    /** The answer comes when the client has given up. */
    DELAYED,
    /** The server gets it and answers; nothing comes through any more, and nothing is closed. */
    NO_ANSWER,
    /** It vanishes and nothing is closed: the server waits in an open transaction. */
    SWALLOWED
  }

  private static final int COM_QUERY = 3;

  private final ServerSocket listening;
  private final int server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile Cut cut = Cut.BEFORE;
  private volatile CountDownLatch late = new CountDownLatch(0);

  CuttingProxy(int server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts the next commits. */
  void arm(Cut how, int commits) {
    late = new CountDownLatch(1);
    cut = how;
    cuts.set(commits);
  }

  /** Lets answers through that are late, cuts no more, and tells how many cuts did not happen. */
  int heal() {
    int left = Math.max(0, cuts.getAndSet(0));
    late.countDown();
    return left;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Line line =
            new Line(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
        open.add(line.client);
        open.add(line.server);
        daemon(line::up);
        daemon(line::down);
      } catch (IOException e) {
        // closed, or the client was gone at once
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean mute;
    private volatile boolean deaf;
    private volatile boolean held;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    private void up() {
      try {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = server.getOutputStream();
        while (true) {
          byte[] packet = packet(in);
          boolean cutHere = commits(packet) && cuts.getAndDecrement() > 0;
          if (cutHere && !goesOn()) {
            return;
          }
          if (!deaf) {
            out.write(packet);
            out.flush();
          }
          if (cutHere && cut == Cut.AFTER) {
            close(client);
            return;
          }
        }
      } catch (IOException e) {
        end();
      }
    }

    /** Does what is to be done before the COMMIT is sent; false when it ends here. */
    private boolean goesOn() {
      switch (cut) {
        case BEFORE -> {
          close(client);
          close(server);
          return false;
        }
        case AFTER, NO_ANSWER -> mute = true;
        case DELAYED -> held = true;
        case SWALLOWED -> deaf = true;
      }
      return true;
    }

    private void down() {
      try {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[16_384];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (held) {
            late.await();
          }
          if (!mute) {
            out.write(buffer, 0, read);
            out.flush();
          }
        }
        end();
      } catch (IOException e) {
        end();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** A line that is broken at one end breaks at the other, unless the break is not told. */
    private void end() {
      close(client);
      if (!deaf) {
        close(server);
      }
    }
  }

  private static byte[] packet(DataInputStream in) throws IOException {
    byte[] head = new byte[4];
    in.readFully(head);
    int length = (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
    byte[] packet = new byte[4 + length];
    System.arraycopy(head, 0, packet, 0, 4);
    in.readFully(packet, 4, length);
    return packet;
  }

  private static boolean commits(byte[] packet) {
    return packet.length > 10
        && packet[4] == COM_QUERY
        && new String(packet, 5, 6, StandardCharsets.US_ASCII).equalsIgnoreCase("commit");
  }

  @Override
  public void close() {
    heal();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::close);
  }
}
