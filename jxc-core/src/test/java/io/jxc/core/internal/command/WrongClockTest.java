package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.Ground;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes whose clocks are five minutes wrong, either way. */
class WrongClockTest {
  private static final Duration WRONG = Duration.ofMinutes(5);

  private static Jxc node(Ground ground, Duration off) {
    return Jxc.builder().store(ground.node()).clock(Clock.offset(Clock.systemUTC(), off)).build();
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfATenantsLogNeverRunsBack(Ground.Kind kind) {
    try (Ground ground = kind.open();
        Jxc early = node(ground, WRONG.negated());
        Jxc late = node(ground, WRONG)) {
      early.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
      for (int i = 0; i < 6; i++) {
        Jxc next = i % 2 == 0 ? late : early;
        next.as(Actor.of("acme", "root"))
            .inventory()
            .createWarehouse(CreateWarehouse.of("W" + i).build());
      }
      try (JxcStore store = ground.node()) {
        long last = store.head(RoadShop.ACME).sequence();
        Instant before = Instant.EPOCH;
        int blocks = 0;
        for (long sequence = 1; sequence <= last; blocks++) {
          Block block = store.block(RoadShop.ACME, new BlockRef.BySequence(sequence)).orElseThrow();
          assertThat(block.at()).isAfterOrEqualTo(before);
          before = block.at();
          sequence = block.lastSequence() + 1;
        }
        assertThat(blocks).isGreaterThanOrEqualTo(7);
        assertThat(before).isAfter(Instant.now().plus(WRONG).minus(Duration.ofMinutes(1)));
      }
      assertThat(early.as(Actor.of("acme", "root")).audit().verify().firstBad()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "MYSQL"})
  void aLeaseEndsByTheTimeOfTheDatabase(Ground.Kind kind) {
    try (Ground ground = kind.open();
        Jxc late = node(ground, WRONG);
        JxcStore store = ground.node()) {
      assertThat(late.health().up()).isTrue();
      Lease held = store.lease("work", "first", Duration.ofSeconds(60)).orElseThrow();
      assertThat(held.expiresAt())
          .isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(61));
      assertThat(store.lease("work", "second", Duration.ofSeconds(60))).isEmpty();
    }
  }
}
