package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlightTest {
  private int handedOn;
  private int filled;

  private final Flight flight =
      new Flight(
          List.of(),
          new Flight.Queue() {
            @Override
            public void handOn() {
              handedOn++;
            }

            @Override
            public void fill(List<Pending<?, ?>> batch) {
              filled++;
            }
          });

  @Test
  void itIsFilledWhileNobodyElseMayLead() {
    assertThat(flight.fill()).isEmpty();

    assertThat(filled).isEqualTo(1);
  }

  @Test
  void onceTheNextBatchMayBeTakenItTakesNothingMore() {
    flight.handOn();

    assertThat(flight.fill()).isEmpty();
    assertThat(filled).isZero();
  }

  @Test
  void leadershipIsHandedOnOnce() {
    flight.handOn();
    flight.handOn();

    assertThat(handedOn).isEqualTo(1);
  }

  @Test
  void whoWaitsForItGoesOnWhenItIsOver() throws InterruptedException {
    Thread waits = new Thread(flight::await);
    waits.start();
    assertThat(flight.isOver()).isFalse();

    flight.end();
    waits.join(60_000);

    assertThat(waits.isAlive()).isFalse();
    assertThat(flight.isOver()).isTrue();
  }
}
