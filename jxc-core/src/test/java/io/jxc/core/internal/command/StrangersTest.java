package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Names that are no tenants leave nothing behind, neither in memory nor in the store. */
class StrangersTest {
  private final JxcStore store = ForwardingStore.outlasting(MemoryStore.create());
  private final Refusals refusals = new Refusals();

  private LaneRoad road() {
    return new LaneRoad(
        store,
        new RowCache(1 << 20),
        Clock.systemUTC(),
        UUID::randomUUID,
        LaneLimits.DEFAULT,
        new Admission(List.of(), () -> false),
        refusals,
        tenant -> {},
        new Meter(JxcMetrics.NONE));
  }

  /** Needs a right, and therefore a tenant. */
  private static final CommandType<NewTenant, io.jxc.api.tenant.TenantInfo> ASKING =
      CommandType.light(
          "test.ask",
          "tenant.view",
          io.jxc.api.tenant.TenantInfo.class,
          (view, c, context) -> {
            throw new AssertionError("nobody may ask this");
          });

  private static NewTenant named(String tenant) {
    return NewTenant.of(tenant).currency("CNY").zone("UTC").admin("root");
  }

  @Test
  void aThousandMadeUpNamesLeaveNothing() {
    Shop.open(store, options -> options).close();
    LaneRoad road = road();
    for (int i = 0; i < 1_000; i++) {
      NewTenant command = named("no-" + i);
      Actor actor = Actor.of("no-" + i, "root");
      assertThatThrownBy(() -> road.execute(actor, ASKING, command))
          .isInstanceOf(NotFoundException.class);
      assertThat(road.executeAll(actor, ASKING, List.of(command)))
          .allMatch(outcome -> outcome.error().isPresent());
    }

    assertThat(road.lanes()).isZero();
    assertThat(refusals.known()).isZero();
    road.close();
    assertThat(store.head(TenantId.of("no-1")).sequence())
        .as("nothing is written for a name that is no tenant")
        .isZero();
  }

  @Test
  void theLaneOfATenantStays() {
    Shop.open(store, options -> options).close();
    LaneRoad road = road();
    road.execute(Actor.of("new", TenantRules.SYSTEM), TenantRules.PROVISION, named("new"));
    assertThatThrownBy(() -> road.execute(Actor.of("new", "nobody"), ASKING, named("new")))
        .isNotInstanceOf(NotFoundException.class);

    assertThat(road.lanes()).isEqualTo(1);
  }

  @Test
  void aNameThatBecomesATenantIsServedAtOnceWhoeverAskedBefore() throws Exception {
    for (int round = 0; round < 50; round++) {
      String name = "t" + round;
      try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).build()) {
        JxcSession root = jxc.as(Actor.of(name, "root"));
        CyclicBarrier start = new CyclicBarrier(5);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          threads.add(
              new Thread(
                  () -> {
                    awaitStart(start);
                    try {
                      root.access().grant(GrantRoles.to("ann", "sales"));
                    } catch (NotFoundException tooEarly) {
                      assertThat(tooEarly.code()).isEqualTo("tenant.not-provisioned");
                    }
                  }));
        }
        threads.forEach(Thread::start);
        awaitStart(start);
        jxc.provision(named(name));
        for (Thread thread : threads) {
          thread.join();
        }

        assertThat(root.access().grant(GrantRoles.to("ben", "sales")).roles())
            .containsExactly("sales");
        assertThat(root.audit().verify().ok()).isTrue();
      }
    }
  }

  private static void awaitStart(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
