package io.jxc.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A lease is held by one at a time, and its token tells newer holders from older ones.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>Renewing keeps the token. A token never falls, also when the lease was given back or ran
 *       out in between.
 *   <li>Giving back what another holds changes nothing. What giving back answers is left open.
 * </ul>
 */
public abstract class LeaseConformance extends ConformanceSuite {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void freeLeaseIsTaken() {
    Lease lease = take("sweep", "node-1", LONG).orElseThrow();
    assertThat(lease.name()).isEqualTo("sweep");
    assertThat(lease.holder()).isEqualTo("node-1");
    Lease renewed = take("sweep", "node-1", LONG.multipliedBy(2)).orElseThrow();
    assertThat(Duration.between(lease.expiresAt(), renewed.expiresAt()))
        .isGreaterThanOrEqualTo(LONG);
  }

  @Test
  void heldLeaseIsNotTakenByAnother() {
    Lease lease = take("sweep", "node-1", LONG).orElseThrow();
    assertThat(take("sweep", "node-2", LONG)).isEmpty();
    assertThat(take("sweep", "NODE-1", LONG)).isEmpty();
    assertThat(take("sweep", "node-1 ", LONG)).isEmpty();
    assertThat(take("sweep", "node-1", LONG).orElseThrow().token()).isEqualTo(lease.token());
  }

  @Test
  void leasesOfOtherNamesAreFree() {
    assertThat(take("sweep", "node-1", LONG)).isPresent();
    assertThat(take("Sweep", "node-2", LONG)).isPresent();
    assertThat(take("purge", "node-2", LONG)).isPresent();
  }

  @Test
  void renewingKeepsTheToken() {
    Lease lease = take("sweep", "node-1", LONG).orElseThrow();
    Lease renewed = take("sweep", "node-1", LONG).orElseThrow();
    assertThat(renewed.token()).isEqualTo(lease.token());
    assertThat(renewed.expiresAt()).isAfterOrEqualTo(lease.expiresAt());
  }

  @Test
  void leaseGivenBackIsFree() {
    Lease first = take("sweep", "node-1", LONG).orElseThrow();
    giveBack("sweep", "node-1");
    Lease second = take("sweep", "node-2", LONG).orElseThrow();
    assertThat(second.holder()).isEqualTo("node-2");
    assertThat(second.token()).isGreaterThan(first.token());
    assertThat(take("sweep", "node-1", LONG)).isEmpty();
  }

  @Test
  void onlyTheHolderGivesBack() {
    assertThat(take("sweep", "node-1", LONG)).isPresent();
    giveBack("sweep", "node-2");
    assertThat(take("sweep", "node-2", LONG)).isEmpty();
    giveBack("never taken", "node-2");
    assertThat(take("never taken", "node-1", LONG)).isPresent();
  }

  @Test
  void tokenGrowsWithEachChangeOfHolder() {
    long token = -1;
    for (int i = 0; i < 6; i++) {
      String holder = "node-" + i % 2;
      Lease lease = take("sweep", holder, LONG).orElseThrow();
      assertThat(lease.token()).isGreaterThan(token);
      token = lease.token();
      giveBack("sweep", holder);
    }
  }

  @Test
  void leaseThatRanOutIsFree() {
    Lease first = take("sweep", "node-1", SHORT).orElseThrow();
    Lease second = takeWhenFree("sweep", "node-2");
    assertThat(second.token()).isGreaterThan(first.token());
    assertThat(take("sweep", "node-1", LONG)).isEmpty();
  }

  @Test
  void exactlyOneOfManyTakesALease() {
    for (int round = 0; round < 5; round++) {
      String name = "race-" + round;
      List<Optional<Lease>> answers =
          Collisions.run(4, thread -> take(name, "node-" + thread, LONG));
      assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    }
  }

  private Optional<Lease> take(String name, String holder, Duration timeToLive) {
    return store().lease(name, holder, timeToLive);
  }

  private void giveBack(String name, String holder) {
    assertThat(take(name, holder, Duration.ZERO)).isNotNull();
  }

  /** Asks again and again: the store's clock, not ours, says when the lease has run out. */
  private Lease takeWhenFree(String name, String holder) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Lease> lease = take(name, holder, LONG);
      if (lease.isPresent()) {
        return lease.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the lease never ran out");
  }
}
