package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.JournalEntry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final int ROWS = 10;
  private static final int MANY = 500;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, MANY})
  void entriesStandInTheOrderOfTheirCommandsHoweverManyWriteThem(int commands) {
    Traces traces = new Traces(commands, Helpers.all());
    for (int i = 0; i < commands; i++) {
      int number = i;
      traces.add(ROWS, () -> List.of(entry(2 * number), entry(2 * number + 1)));
    }

    assertThat(traces.isEmpty()).isEqualTo(commands == 0);
    assertThat(traces.entries()).isEqualTo(entries(2 * commands));
  }

  @Test
  void whatCannotBeWrittenFailsWhoDecidesWhoeverHasTriedIt() {
    IllegalStateException defect = new IllegalStateException("over 2 kB");
    Traces traces = new Traces(MANY, Helpers.all());
    for (int i = 0; i < MANY; i++) {
      boolean broken = i == 33;
      traces.add(
          ROWS,
          () -> {
            if (broken) {
              throw defect;
            }
            return List.of();
          });
    }

    assertThatThrownBy(traces::entries).isSameAs(defect);
  }

  @Test
  @Timeout(60)
  void whatAHelperIsStillAtIsWrittenWithoutIt() throws InterruptedException {
    Thread decides = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(helpers());
    CountDownLatch over = new CountDownLatch(1);
    Traces traces = new Traces(MANY, Helpers.all());
    for (int i = 0; i < MANY; i++) {
      int number = i;
      traces.add(
          ROWS,
          () -> {
            if (Thread.currentThread() != decides) {
              begun.countDown();
              awaitQuietly(over);
            }
            return List.of(entry(number));
          });
    }
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

    try {
      assertThat(traces.entries()).isEqualTo(entries(MANY));
    } finally {
      over.countDown();
    }
  }

  /** With a single core nobody can be asked; otherwise one helper is enough to see. */
  private static int helpers() {
    return Math.min(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<JournalEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(TracesTest::entry).toList();
  }

  private static JournalEntry entry(int number) {
    return new JournalEntry("t" + number, 1, AttributeValues.EMPTY, Bytes.EMPTY);
  }
}
