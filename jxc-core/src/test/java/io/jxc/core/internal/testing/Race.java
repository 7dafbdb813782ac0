package io.jxc.core.internal.testing;

import io.jxc.api.error.JxcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets real threads do something at the same moment. */
public final class Race {
  private static final long SECONDS = 60;

  private Race() {}

  /** Starts all runners at once and returns what each got: its result, or what refused it. */
  public static List<Object> of(int runners, IntFunction<Object> runner) {
    CyclicBarrier start = new CyclicBarrier(runners);
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      List<Future<Object>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await(SECONDS, TimeUnit.SECONDS);
                  return run(runner, number);
                }));
      }
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> one : running) {
        outcomes.add(one.get(SECONDS, TimeUnit.SECONDS));
      }
      return outcomes;
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("a runner did not come through", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object run(IntFunction<Object> runner, int number) {
    try {
      return runner.apply(number);
    } catch (JxcException e) {
      return e;
    }
  }
}
