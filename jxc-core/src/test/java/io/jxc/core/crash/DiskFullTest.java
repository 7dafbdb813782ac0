package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.JxcException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk runs full: nothing acknowledged is lost, the error has a type, and work goes on after. */
class DiskFullTest {
  private static final int MOST = 20_000;

  private final Acks acks = new Acks(1);
  private int number;

  @Test
  void anH2FileKeepsWhatItAcknowledgedAndGoesOnWhenItIsOpenedAgain(@TempDir Path mount)
      throws IOException {
    try (SmallDisk disk = SmallDisk.mount(mount, 24)) {
      Place place = Place.h2(disk.folder().resolve("shop"));
      try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
        Work.prepare(jxc);
        disk.fill(1 << 20);
        requireTyped(untilRefused(Work.root(jxc)));
        disk.empty();
      }
      // H2 gives a file up that it could not write: the same store does not come back
      new Inspection(place, acks).all();
      try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
        goOn(Work.root(jxc));
      }
      new Inspection(place, acks).all();
    }
  }

  /** Sends commands until one is not answered. */
  private RuntimeException untilRefused(JxcSession session) {
    while (number < MOST) {
      Optional<RuntimeException> refused = send(session);
      if (refused.isPresent()) {
        System.out.println("the disk was full after " + number + ": " + refused.get());
        return refused.get();
      }
    }
    throw new AssertionError("the disk never ran full");
  }

  private void goOn(JxcSession session) {
    for (int more = 0; more < 20; more++) {
      assertThat(send(session)).as("command %d", number).isEmpty();
    }
  }

  private Optional<RuntimeException> send(JxcSession session) {
    Work work = acks.open().isEmpty() ? new Work(0, ++number) : acks.open().get(0);
    acks.sent(work);
    try {
      acks.acknowledge(work, work.send(session));
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static void requireTyped(RuntimeException refused) {
    assertThat(refused)
        .isInstanceOfSatisfying(
            JxcException.class,
            e -> assertThat(e.code()).isIn("storage.failed", "outcome.unknown"));
  }
}
