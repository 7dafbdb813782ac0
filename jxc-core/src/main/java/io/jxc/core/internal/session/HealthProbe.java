package io.jxc.core.internal.session;

import io.jxc.spi.store.Durability;
import io.jxc.spi.store.StoreHealth;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store how it is, without ever throwing or waiting for long. A store that does not answer
 * is asked by one thread only, however many callers want to know.
 */
public final class HealthProbe {
  /** How long an answer may take. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(HealthProbe.class);

  private final Supplier<StoreHealth> store;
  private final Duration limit;
  private final AtomicReference<@Nullable Question> latest = new AtomicReference<>();

  /** What is told of a store that has never answered: the least that it may be. */
  private volatile StoreHealth known = new StoreHealth(false, Durability.MEMORY, 0, "");

  /** A question that was put to the store, and when. */
  private record Question(FutureTask<StoreHealth> answer, long askedAt) {}

  /**
   * Creates a probe.
   *
   * @param store answers how the store is; it may hang, and throw
   * @param limit how long an answer may take
   */
  public HealthProbe(Supplier<StoreHealth> store, Duration limit) {
    this.store = store;
    this.limit = limit;
  }

  /** Asks; callers at the same time share a question. */
  public StoreHealth ask() {
    Question question = question();
    boolean interrupted = false;
    try {
      while (true) {
        long left = limit.toNanos() - (System.nanoTime() - question.askedAt());
        try {
          known = question.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS);
          return known;
        } catch (InterruptedException e) {
          // the answer is bounded in time anyway, and a probe must not say "down" for this
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      return down("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      LOG.debug("the store fails when it is asked how it is", e);
      return down("it fails when it is asked: " + e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Question question() {
    Question asked = latest.get();
    if (asked != null && !asked.answer().isDone()) {
      return asked;
    }
    Question mine = new Question(new FutureTask<>(store::get), System.nanoTime());
    if (!latest.compareAndSet(asked, mine)) {
      return question();
    }
    Thread thread = new Thread(mine.answer(), "jxc-health");
    thread.setDaemon(true);
    thread.start();
    return mine;
  }

  /** Answers that it is down, with what is known of it. */
  public StoreHealth down(String why) {
    String line = why.replaceAll("\\R+", " ");
    return new StoreHealth(false, known.durability(), known.schemaVersion(), "down: " + line);
  }
}
