package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A node that freezes while it holds the head's lock stops its tenant for seconds, not for ever.
 */
class FrozenNodeTest {
  private static final Duration FREE_WITHIN = Duration.ofSeconds(15);

  @Test
  void aTenantIsFreeForOthersSoonAndTheFrozenNodeDecidesAnewWhenItWakes() {
    for (int time = 0; time < Endurance.times(1, 5); time++) {
      freezeOnce();
    }
  }

  private static void freezeOnce() {
    Acks acks = new Acks(2);
    try (Database database = TestDatabases.fresh()) {
      Place place = Place.server(database.url());
      try (Jxc other = Jxc.builder().store(place.open()).build()) {
        Work.prepare(other);
        // everything of the commit is sent, COMMIT is not
        try (ChildJvm child =
            new ChildJvm(LoadChild.class, place.address(), "after/INSERT INTO jxc_block/1", "8")) {
          child.await("at ");
          child.freeze();

          long start = System.nanoTime();
          Work ours = new Work(1, 1);
          acks.sent(ours);
          acks.acknowledge(ours, ours.send(Work.root(other)));
          Duration waited = Duration.ofNanos(System.nanoTime() - start);
          System.out.println("a frozen node held its tenant for " + waited.toMillis() + " ms");
          assertThat(waited).isLessThan(FREE_WITHIN);
          long ourBlock = Work.root(other).audit().anchor().sequence();

          child.thaw();
          child.say("go");
          child.await("ack 0 8 ");
          child.kill();
          acks.take(child.awaitEnd());
          // what it was about to commit is not there: it stands behind ours
          assertThat(version(acks.all().get(new Work(0, 8)))).isGreaterThan(ourBlock);
        }
      }
      new Inspection(place, acks).all();
    }
  }

  private static long version(String answer) {
    return Long.parseLong(answer.replaceAll(".*version=(\\d+)].*", "$1"));
  }
}
