package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Pages;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.FieldChange;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Three processes on one server: one is killed, one is frozen past its lease and wakes up again.
 */
class ThreeNodesTest {
  private static final int NODES = 3;
  private static final int CLIENTS = 4;
  private static final int ROUNDS = Endurance.times(1, 10);

  private final Random chance = Endurance.chance("ThreeNodesTest");
  private final Acks acks = new Acks(NODES * CLIENTS);

  @Test
  void theOthersGoOnAndNothingIsLostDoubledOrOutOfOrder() {
    try (Database database = TestDatabases.fresh()) {
      Place place = Place.server(database.url());
      for (int round = 0; round < ROUNDS; round++) {
        round(place);
        new Inspection(place, acks).newest();
        requireGrowingTokens(place);
      }
      System.out.println(
          NODES
              + " nodes, "
              + ROUNDS
              + " rounds: "
              + acks.all().size()
              + " acknowledged, "
              + acks.delivered().size()
              + " deliveries");
    }
  }

  private void round(Place place) {
    acks.begin();
    List<ChildJvm> nodes = new ArrayList<>();
    try {
      for (int node = 0; node < NODES; node++) {
        nodes.add(start(place, node));
      }
      nodes.forEach(node -> node.await("ready"));
      nodes.get(0).awaitMore("ack", 20);
      ChildJvm killed = nodes.get(0);
      ChildJvm frozen = nodes.get(1);
      ChildJvm sound = nodes.get(2);

      frozen.freeze();
      pause(0, 500);
      killed.kill();
      // both held the lease or a lock, or might have: the third goes on, and delivers
      sound.awaitMore("ack", 40);
      sound.awaitMore("event", 20);
      frozen.thaw();
      frozen.awaitMore("ack", 20);
      pause(0, Endurance.times(500, 3_000));
    } finally {
      nodes.forEach(ChildJvm::kill);
      nodes.forEach(node -> acks.take(node.awaitEnd()));
    }
  }

  private ChildJvm start(Place place, int node) {
    int first = node * CLIENTS;
    return new ChildJvm(
        LoadChild.class, place.address(), "-", acks.next(first, first + CLIENTS), "" + first);
  }

  /** Who woke up behind its lease has an older token, and moves no place. */
  private static void requireGrowingTokens(Place place) {
    try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
      List<Long> tokens = changes(jxc, "token");
      List<Long> places = changes(jxc, "sequence");
      assertThat(tokens).as("tokens").isNotEmpty().isSorted();
      assertThat(places).as("places").isNotEmpty().isSorted();
    }
  }

  /** The values that a field of the subscription has had, oldest first. */
  private static List<Long> changes(Jxc jxc, String field) {
    List<Long> values = new ArrayList<>();
    AuditQuery progress = AuditQuery.all().action("feed.progress");
    for (AuditRecord record :
        Pages.stream(page -> Work.root(jxc).audit().search(progress, page)).toList()) {
      record
          .object("subscription")
          .flatMap(object -> object.change(field))
          .flatMap(FieldChange::after)
          .map(Long::valueOf)
          .ifPresent(values::add);
    }
    Collections.reverse(values);
    return values;
  }

  private void pause(int least, int most) {
    LockSupport.parkNanos(Duration.ofMillis(least + chance.nextInt(most - least + 1)).toNanos());
  }
}
