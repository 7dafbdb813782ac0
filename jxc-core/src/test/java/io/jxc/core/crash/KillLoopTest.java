package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.store.jdbc.testing.ServerProcess;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed at any moment; what they had acknowledged is there, and nothing twice. */
class KillLoopTest {
  private static final int CLIENTS = 4;
  private static final int LONGEST = Endurance.times(1_200, 3_000);

  private final Random chance = Endurance.chance("KillLoopTest");
  private final Acks acks = new Acks(CLIENTS);

  @Test
  void whatAnH2ProcessAcknowledgedOutlivesItsDeath(@TempDir Path folder) {
    // under load most often; else at the start, in recovery, or at a point within the commit
    List<String> moments =
        List.of(
            "load",
            "before/CHECKPOINT",
            "opening",
            "load",
            "after/commit",
            "start",
            "before/INSERT INTO jxc_block",
            "after/CHECKPOINT");
    killClients(Place.h2(folder), moments, Endurance.times(6, 40));
  }

  @Test
  void whatAProcessOnAServerAcknowledgedOutlivesItsDeath() {
    try (Database database = TestDatabases.fresh()) {
      List<String> moments =
          List.of(
              "before/commit", "load", "after/commit", "opening", "before/INSERT INTO jxc_block");
      killClients(Place.server(database.url()), moments, Endurance.times(3, 20));
    }
  }

  @Test
  void whatWasAcknowledgedOutlivesTheDeathOfTheServer(@TempDir Path home) {
    try (ServerProcess server = TestDatabases.ownServer(home, List.of())) {
      Place place = Place.server(server.createDatabase("shop"));
      int cycles = Endurance.times(3, 20);
      for (int cycle = 0; cycle < cycles; cycle++) {
        acks.begin();
        try (ChildJvm child = child(place, "-")) {
          child.await("ready");
          pause(50, LONGEST);
          server.kill();
          server.start();
          if (cycle % 3 == 1) {
            // once more, in the middle of its recovery
            pause(20, 300);
            server.kill();
            server.start();
          }
          server.awaitAnswer();
          child.awaitMore("ack", 20);
          child.kill();
          acks.take(child.awaitEnd());
        }
        new Inspection(place, acks).newest();
      }
      finish(place, cycles);
    }
  }

  private void killClients(Place place, List<String> moments, int cycles) {
    for (int cycle = 0; cycle < cycles; cycle++) {
      kill(place, moments.get(cycle % moments.size()));
      new Inspection(place, acks).newest();
    }
    finish(place, cycles);
  }

  /** Lets a process work and kills it at a moment. */
  private void kill(Place place, String moment) {
    acks.begin();
    boolean inCommit = moment.contains("/");
    try (ChildJvm child = child(place, inCommit ? moment + "/" + (30 + chance.nextInt(40)) : "-")) {
      switch (moment) {
        case "start" -> pause(50, 600);
        case "opening" -> {
          child.await("opening");
          pause(0, 300);
        }
        case "load" -> {
          child.await("ready");
          pause(50, LONGEST);
        }
        default -> {
          child.await("at " + moment);
          pause(0, 50);
        }
      }
      child.kill();
      acks.take(child.awaitEnd());
    }
  }

  private ChildJvm child(Place place, String point) {
    return new ChildJvm(LoadChild.class, place.address(), point, acks.next());
  }

  private void finish(Place place, int cycles) {
    new Inspection(place, acks).all();
    assertThat(acks.all().size()).as("acknowledged in all").isGreaterThan(cycles * 10);
    System.out.println(
        cycles
            + " kills on "
            + (place.isH2() ? "H2" : "a server")
            + ": "
            + acks.all().size()
            + " acknowledged, 0 lost, 0 double, "
            + acks.delivered().size()
            + " deliveries");
  }

  private void pause(int least, int most) {
    LockSupport.parkNanos(Duration.ofMillis(least + chance.nextInt(most - least + 1)).toNanos());
  }
}
