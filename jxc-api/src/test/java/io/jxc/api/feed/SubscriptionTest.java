package io.jxc.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.InvalidCommandException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Subscription plain = Subscription.named("erp-sync").listener(event -> {});

  @Test
  void onlyNameAndListenerAreNeeded() {
    assertThat(plain.name()).isEqualTo("erp-sync");
    assertThat(plain.start()).isEqualTo(Subscription.Start.FIRST_EVENT);
    assertThat(plain.tenants()).isEmpty();
    assertThat(plain.retries()).isEqualTo(Subscription.Retries.DEFAULT);
    assertThat(plain.timeLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(plain.lease()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void optionsAddUp() {
    Subscription all =
        plain
            .fromNow()
            .tenants("acme")
            .tenants("other", "acme")
            .retries(3, SECOND, SECOND.multipliedBy(2))
            .timeLimit(SECOND)
            .lease(SECOND.multipliedBy(3));

    assertThat(all.start()).isEqualTo(Subscription.Start.NOW);
    assertThat(all.tenants()).containsExactlyInAnyOrder(TenantId.of("acme"), TenantId.of("other"));
    assertThat(all.retries())
        .isEqualTo(new Subscription.Retries(3, SECOND, SECOND.multipliedBy(2)));
    assertThat(all.timeLimit()).isEqualTo(SECOND);
    assertThat(all.lease()).isEqualTo(SECOND.multipliedBy(3));
    assertThat(plain.tenants()).isEmpty();
  }

  @Test
  void whatIsOutOfBoundsIsRefusedWithTheBadValue() {
    refused(() -> Subscription.named(" ").listener(event -> {}), "name");
    refused(() -> plain.tenants(""), "tenant");
    refused(() -> plain.retries(0, SECOND, SECOND), "attempts");
    refused(() -> plain.retries(1_001, SECOND, SECOND), "1001");
    refused(() -> plain.retries(1, Duration.ZERO, SECOND), "firstPause");
    refused(() -> plain.retries(1, SECOND, SECOND.dividedBy(2)), "PT0.5S");
    refused(() -> plain.retries(1, SECOND, Duration.ofDays(2)), "longestPause");
    refused(() -> plain.timeLimit(Duration.ofMillis(9)), "PT0.009S");
    refused(() -> plain.timeLimit(Duration.ofHours(2)), "timeLimit");
    refused(() -> plain.lease(Duration.ofMillis(999)), "lease");
    refused(() -> plain.lease(Duration.ofMinutes(11)), "PT11M");
  }

  @Test
  void aReplayNamesAnEvent() {
    assertThat(ReplayParked.of("erp", 7).requestId("r-1"))
        .isEqualTo(new ReplayParked("r-1", "erp", 7));
    assertThat(ReplayFrom.start("erp").after()).isEmpty();
    refused(() -> ReplayParked.of("erp", 0), "sequence");
    refused(() -> ReplayFrom.start(""), "subscription");
  }

  private static void refused(ThrowingCallable call, String named) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidCommandException.class)
        .hasMessageContaining(named);
  }
}
