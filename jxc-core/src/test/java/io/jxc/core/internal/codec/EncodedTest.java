package io.jxc.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EncodedTest {
  private static final int READERS = 4;
  private static final int ROUNDS = 2_000;

  private final AtomicInteger written = new AtomicInteger();

  @Test
  void nothingIsWrittenUntilItIsAskedForAndThenOnce() {
    Encoded later = Encoded.later(() -> content(written.incrementAndGet()));
    assertThat(written).hasValue(0);

    assertThat(later.get()).isEqualTo(content(1));
    assertThat(later.get()).isEqualTo(content(1));
    assertThat(written).hasValue(1);
  }

  @Test
  void whatWasReadIsNotWritten() {
    assertThat(Encoded.of(content(7)).get()).isEqualTo(content(7));
  }

  @Test
  void whatCannotBeWrittenCannotBeWrittenTheNextTimeEither() {
    Encoded broken =
        Encoded.later(
            () -> {
              throw new IllegalArgumentException("too long");
            });

    assertThatThrownBy(broken::get).hasMessage("too long");
    assertThatThrownBy(broken::get).hasMessage("too long");
  }

  @Test
  void allWhoAskAtOnceGetTheSame() throws Exception {
    CyclicBarrier together = new CyclicBarrier(READERS);
    List<Encoded> forms = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      forms.add(Encoded.later(() -> content(number)));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        all.add(
            readers.submit(
                () -> {
                  for (int i = 0; i < ROUNDS; i++) {
                    together.await();
                    assertThat(forms.get(i).get()).isEqualTo(content(i));
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private static DocumentChange.Content content(int number) {
    return new DocumentChange.Content(
        1, AttributeValues.EMPTY, Bytes.copyOf(new byte[] {(byte) number, (byte) (number >> 8)}));
  }
}
