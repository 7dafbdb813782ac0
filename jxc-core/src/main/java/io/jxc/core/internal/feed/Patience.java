package io.jxc.core.internal.feed;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.jxc.api.feed.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long a subscription waits after failures: per event, and for its listener as a whole. */
final class Patience {
  private static final double LONGER = 2.0;
  private static final double JITTER = 0.5;
  private static final int WINDOW = 20;
  private static final int LEAST_CALLS = 10;

  private Patience() {}

  /** Pauses between the attempts at one event; its contexts count, nothing sleeps. */
  static Retry retry(Subscription subscription, DoubleSupplier chance) {
    Subscription.Retries retries = subscription.retries();
    return Retry.of(
        subscription.name(),
        RetryConfig.custom()
            .maxAttempts(retries.attempts())
            .intervalFunction(pauses(retries.firstPause(), retries.longestPause(), chance))
            .build());
  }

  /** Opens while most deliveries of the last ones failed, for as long as the longest pause. */
  static CircuitBreaker breaker(Subscription subscription, Clock clock) {
    return CircuitBreaker.of(
        subscription.name(),
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(LEAST_CALLS)
            .failureRateThreshold(60)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(subscription.retries().longestPause())
            .writableStackTraceEnabled(false)
            .build());
  }

  private static IntervalFunction pauses(Duration first, Duration longest, DoubleSupplier chance) {
    if (longest.compareTo(first) <= 0) {
      return IntervalFunction.of(first);
    }
    IntervalFunction longer = IntervalFunction.ofExponentialBackoff(first, LONGER, longest);
    return attempt -> {
      double spread = 1 + JITTER * (2 * chance.getAsDouble() - 1);
      return Math.min(longest.toMillis(), Math.round(longer.apply(attempt) * spread));
    };
  }
}
