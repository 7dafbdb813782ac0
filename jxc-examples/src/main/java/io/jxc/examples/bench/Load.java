package io.jxc.examples.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many callers who send one command after the other until the time is up. */
final class Load {
  private static final Duration GRACE = Duration.ofSeconds(90);

  /** What a caller does; false when it was refused. */
  @FunctionalInterface
  interface Call {
    /** Sends one command. */
    boolean send(SplittableRandom random);
  }

  /**
   * What came of a run.
   *
   * @param done commands that were accepted
   * @param refused commands that were refused
   * @param perSecond accepted commands a second
   * @param p50Ms half of the answers came within this
   * @param p99Ms 99 of 100 answers came within this
   */
  record Run(long done, long refused, double perSecond, double p50Ms, double p99Ms) {}

  private final Call call;
  private final long seed;
  private final boolean untilRefused;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  private Load(Call call, long seed, boolean untilRefused) {
    this.call = call;
    this.seed = seed;
    this.untilRefused = untilRefused;
  }

  /**
   * Lets callers work for a time.
   *
   * @throws IllegalStateException when one of them fails, or does not come back
   */
  static Run during(int callers, Duration time, long seed, Call call) {
    return new Load(call, seed, false).run(callers, time);
  }

  /**
   * Lets callers work until each was refused once, or the time is up.
   *
   * @throws IllegalStateException when one of them fails, or does not come back
   */
  static Run untilRefused(int callers, Duration time, long seed, Call call) {
    return new Load(call, seed, true).run(callers, time);
  }

  private Run run(int callers, Duration time) {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(callers);
    List<Caller> all = new ArrayList<>(callers);
    for (int i = 0; i < callers; i++) {
      all.add(new Caller(new SplittableRandom(seed + i), start, end));
    }
    long from = System.nanoTime();
    all.forEach(Caller::start);
    start.countDown();
    try {
      boolean early = end.await(time.toNanos(), TimeUnit.NANOSECONDS);
      over = true;
      if (!early && !end.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException(hanging(all));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      over = true;
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    for (Throwable failure : failures) {
      throw new IllegalStateException("a caller failed: " + failure, failure);
    }
    return summary(all, seconds);
  }

  private static String hanging(List<Caller> all) {
    StringBuilder text = new StringBuilder("callers did not come back in ").append(GRACE);
    for (Caller caller : all) {
      if (caller.isAlive()) {
        text.append("; ").append(caller.getName()).append(" is at ");
        text.append(Arrays.stream(caller.getStackTrace()).limit(12).toList());
        return text.toString();
      }
    }
    return text.toString();
  }

  private static Run summary(List<Caller> all, double seconds) {
    int answers = all.stream().mapToInt(caller -> caller.size).sum();
    long[] nanos = new long[answers];
    int at = 0;
    long refused = 0;
    for (Caller caller : all) {
      System.arraycopy(caller.nanos, 0, nanos, at, caller.size);
      at += caller.size;
      refused += caller.refused;
    }
    Arrays.sort(nanos);
    long done = answers - refused;
    return new Run(done, refused, done / seconds, percentile(nanos, 0.50), percentile(nanos, 0.99));
  }

  private static double percentile(long[] sorted, double part) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, rank)] / 1e6;
  }

  /** One caller; its figures are read when it has ended. */
  private final class Caller extends Thread {
    private final SplittableRandom random;
    private final CountDownLatch start;
    private final CountDownLatch end;
    private long[] nanos = new long[1 << 10];
    private int size;
    private long refused;

    Caller(SplittableRandom random, CountDownLatch start, CountDownLatch end) {
      super("caller");
      setDaemon(true);
      this.random = random;
      this.start = start;
      this.end = end;
    }

    @Override
    public void run() {
      try {
        start.await();
        boolean go = true;
        while (go && !over) {
          long sent = System.nanoTime();
          boolean accepted = call.send(random);
          note(System.nanoTime() - sent);
          refused += accepted ? 0 : 1;
          go = accepted || !untilRefused;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        failures.add(e);
        over = true;
      } finally {
        end.countDown();
      }
    }

    private void note(long elapsed) {
      if (size == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * size);
      }
      nanos[size++] = elapsed;
    }
  }
}
