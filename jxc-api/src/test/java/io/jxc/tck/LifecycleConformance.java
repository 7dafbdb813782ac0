package io.jxc.tck;

import static io.jxc.tck.KitData.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * How a store begins and ends.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>A closed store refuses with {@link StorageException} or {@link UnavailableException}, tells
 *       by {@code health} that it is down, and may be closed again.
 *   <li>A view may be closed again, and views opened one after the other may be as many as one
 *       likes: a closed one holds nothing.
 * </ul>
 */
public abstract class LifecycleConformance extends ConformanceSuite {
  @Test
  void freshStoreIsUpAndEmpty() {
    StoreHealth health = store().health();
    assertThat(health.up()).isTrue();
    assertThat(health.durability()).isNotNull();
    assertThat(health.schemaVersion()).isNotNegative();
    assertThat(health.detail()).isNotBlank().doesNotContain("\n");
    assertThat(shop().journal()).isEmpty();
  }

  @Test
  void absentTenantIsEmptyAtSequenceZero() {
    KitTenant nobody = tenant("nobody");
    Head head = nobody.head();
    assertThat(head).isEqualTo(Head.absent(nobody.id()));
    assertThat(head.sequence()).isZero();
    assertThat(head.incarnation()).isEqualTo(new UUID(0, 0));
    assertThat(head.blockHash()).isEqualTo(Chain.genesis(nobody.id()));
    assertThat(head.blockTime()).isEqualTo(Instant.EPOCH);
    KitState state = KitState.of(nobody);
    assertThat(state.head()).isEqualTo(head);
    assertThat(state.documents()).isEmpty();
    assertThat(state.journal()).isEmpty();
  }

  @Test
  void readingAnAbsentTenantDoesNotMakeIt() {
    KitTenant nobody = tenant("nobody");
    assertThat(KitState.of(nobody).journal()).isEmpty();
    assertThat(nobody.head()).isEqualTo(Head.absent(nobody.id()));
    assertThat(nobody.commit(set -> set.entry(note("1"))).firstSequence()).isEqualTo(1);
  }

  @Test
  void longestTenantIsTaken() {
    KitTenant longest = tenant("T-._" + "x".repeat(TenantId.MAX_LENGTH - 4));
    longest.commit(set -> set.entry(note("1")));
    assertThat(longest.head().sequence()).isEqualTo(1);
  }

  @Test
  void closedViewsHoldNothing() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    for (int i = 0; i < 60; i++) {
      StoreView view = store().view(shop.id());
      assertThat(view.head().sequence()).isEqualTo(1);
      view.close();
      assertThatCode(view::close).doesNotThrowAnyException();
    }
    assertThat(shop.commit(set -> set.entry(note("2"))).lastSequence()).isEqualTo(2);
  }

  @Test
  void failedReadLeavesTheViewUsable() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    try (StoreView view = store().view(shop.id())) {
      assertThatThrownBy(() -> view.documents("kit_nothing", List.of("x")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(view.journal(Set.of(), 0, 10)).hasSize(1);
    }
  }

  @Test
  void closedStoreRefuses() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    JxcStore closed = store();
    closed.close();
    assertRefuses(() -> closed.view(shop.id()));
    assertRefuses(() -> closed.commit(shop.on(1).entry(note("2")).build()));
    assertRefuses(() -> closed.commit(shop.on(1).build()));
    assertRefuses(
        () -> closed.commitLocked(shop.id(), view -> shop.on(1).entry(note("2")).build()));
    assertRefuses(() -> closed.head(shop.id()));
    assertRefuses(() -> closed.block(shop.id(), new BlockRef.BySequence(1)));
    assertRefuses(() -> closed.lease("sweep", "node-1", Duration.ofMinutes(1)));
  }

  @Test
  void closedStoreIsDownAndMayBeClosedAgain() {
    JxcStore closed = store();
    closed.close();
    assertThat(closed.health().up()).isFalse();
    assertThat(closed.health().detail()).isNotBlank();
    assertThatCode(closed::close).doesNotThrowAnyException();
  }

  private static void assertRefuses(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfAny(StorageException.class, UnavailableException.class);
  }
}
