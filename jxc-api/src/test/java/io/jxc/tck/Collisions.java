package io.jxc.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets real threads do things at the same moment: all wait at a barrier, then start together. Waits
 * are bounded; a thread that fails or hangs fails the test.
 */
public final class Collisions {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Collisions() {}

  /** What one of the threads does; threads are numbered from 0. */
  interface Racer<T> {
    T run(int thread) throws Exception;
  }

  /** Runs {@code n} threads at once and returns what they answered, in order of their numbers. */
  static <T> List<T> run(int n, Racer<T> racer) {
    List<Callable<T>> racers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int thread = i;
      racers.add(() -> racer.run(thread));
    }
    return run(racers);
  }

  /** Runs each of these in a thread of its own, all starting at once. */
  public static <T> List<T> run(List<Callable<T>> racers) {
    ExecutorService threads = Executors.newFixedThreadPool(racers.size());
    try {
      CyclicBarrier start = new CyclicBarrier(racers.size());
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> racer : racers) {
        running.add(
            threads.submit(
                () -> {
                  start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                  return racer.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      for (Future<T> future : running) {
        answers.add(future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a thread did not end within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
