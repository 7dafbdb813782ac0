package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is taken for new, and what is looked up. */
class TrustTest {
  @Test
  void aRequestIsTakenForNewUntilItWasAnswered() {
    Trust trust = Trust.inNew();

    assertThat(trust.inRequest("till-1")).isTrue();
    trust.answered("till-1");

    assertThat(trust.inRequest("till-1")).isFalse();
    assertThat(trust.inRequest("till-2")).isTrue();
    assertThat(trust.inValues()).isTrue();
  }

  @Test
  void theLastTwoThousandAnswersAreRemembered() {
    Trust trust = Trust.inNew();
    for (int i = 0; i < 2_001; i++) {
      trust.answered("till-" + i);
    }

    assertThat(trust.inRequest("till-0")).as("the oldest").isTrue();
    assertThat(trust.inRequest("till-1")).isFalse();
    assertThat(trust.inRequest("till-2000")).isFalse();
  }

  @Test
  void whoTrustsNothingLooksEverythingUp() {
    Trust.NOTHING.answered("till-1");

    assertThat(Trust.NOTHING.inRequest("till-2")).isFalse();
    assertThat(Trust.NOTHING.inValues()).isFalse();
  }
}
