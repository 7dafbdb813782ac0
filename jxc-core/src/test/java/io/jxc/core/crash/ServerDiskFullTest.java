package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.JxcException;
import io.jxc.store.jdbc.testing.ServerProcess;
import io.jxc.store.jdbc.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of a server runs full, with all that it keeps on it. Callers who are told at all are
 * told to send again; they do, and once there is room they are answered, by the same instance.
 */
class ServerDiskFullTest {
  private static final Pattern FULL = Pattern.compile("(Disk|is) full|error 28");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A rollback looks for room for five seconds; then MariaDB 11.4 ends itself. */
  private static final Duration DEATH = Duration.ofSeconds(20);

  private static final long ROOM = 1 << 20;

  private final Acks acks = new Acks(1);

  @Test
  void tradingGoesOnWhenThereIsRoomAgain(@TempDir Path mount, @TempDir Path logs)
      throws IOException {
    Path log = logs.resolve("error.log");
    List<String> settings = List.of("--log-error=" + log);
    try (SmallDisk disk = SmallDisk.mount(mount, 200);
        ServerProcess server = TestDatabases.ownServer(disk.folder().resolve("server"), settings)) {
      Place place = Place.server(server.createDatabase("shop"));
      try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
        Work.prepare(jxc);
        try (Trader trader = new Trader(Work.root(jxc))) {
          disk.fill(ROOM);
          trader.awaitFull(log, 1);
          disk.empty();
          trader.awaitMore(20);

          for (int time = 0; time < Endurance.times(0, 2); time++) {
            tooLate(disk, server, log, trader);
          }
          System.out.println("refusals of a full disk: " + trader.refused());
        }
        assertThat(Work.root(jxc).inventory().verify().differences()).isEmpty();
      }
      new Inspection(place, acks).all();
    }
  }

  /** There is no room for longer than the server waits; mostly it has ended by then. */
  private static void tooLate(SmallDisk disk, ServerProcess server, Path log, Trader trader)
      throws IOException {
    int before = timesFull(log);
    disk.fill(ROOM);
    trader.awaitFull(log, before + 1);
    boolean died = server.awaitEnd(DEATH);
    disk.empty();
    if (died) {
      server.start();
      server.awaitAnswer();
    }
    trader.awaitMore(20);
  }

  private static int timesFull(Path log) throws IOException {
    return (int) FULL.matcher(Files.readString(log)).results().count();
  }

  /** Sends commands, one after the other, and each again until it is answered. */
  private final class Trader implements AutoCloseable {
    private final JxcSession session;
    private final Semaphore answered = new Semaphore(0);
    private final AtomicInteger refused = new AtomicInteger();
    private final CompletableFuture<Void> work;
    private volatile boolean ending;

    Trader(JxcSession session) {
      this.session = session;
      this.work = CompletableFuture.runAsync(this::trade);
    }

    private void trade() {
      for (int number = 1; !ending; number++) {
        Work next = new Work(0, number);
        acks.sent(next);
        acks.acknowledge(next, answer(next));
        answered.release();
      }
    }

    private String answer(Work next) {
      while (true) {
        try {
          return next.send(session);
        } catch (JxcException e) {
          requireTyped(e);
          refused.incrementAndGet();
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
      }
    }

    private void requireTyped(JxcException e) {
      assertThat(e.code()).isIn("storage.failed", "outcome.unknown", "unavailable.store");
      assertThat(e.retryable()).as("%s", e).isTrue();
    }

    /** Trades on until the server has said so often that there is no room. */
    void awaitFull(Path log, int times) throws IOException {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (timesFull(log) < times) {
        assertThat(work.isDone() || System.nanoTime() > until).as("stops before").isFalse();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }

    /** Waits until so many more are answered. */
    void awaitMore(int more) {
      answered.drainPermits();
      try {
        boolean come = answered.tryAcquire(more, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(come).as("%d more answers", more).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }

    int refused() {
      return refused.get();
    }

    @Override
    public void close() {
      ending = true;
      work.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }
}
