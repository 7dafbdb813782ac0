package io.jxc.store.memory;

import static io.jxc.store.memory.TestTypes.NOW;
import static io.jxc.store.memory.TestTypes.TENANT;
import static io.jxc.store.memory.TestTypes.audit;
import static io.jxc.store.memory.TestTypes.claim;
import static io.jxc.store.memory.TestTypes.move;
import static io.jxc.store.memory.TestTypes.movement;
import static io.jxc.store.memory.TestTypes.on;
import static io.jxc.store.memory.TestTypes.order;
import static io.jxc.store.memory.TestTypes.put;
import static io.jxc.store.memory.TestTypes.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
  private final MemoryStore store = TestTypes.store();

  @Test
  void a_commit_makes_a_sealed_block_and_moves_the_head() {
    Head absent = store.head(TENANT);
    ChangeSet changes =
        on(0)
            .entry(audit("wang"))
            .entry(movement("A", "2", NOW))
            .balance(move("A", 0, "2"))
            .build();

    Block block = committed(store.commit(changes));

    assertThat(block).isEqualTo(Chain.seal(absent, changes));
    Head head = store.head(TENANT);
    assertThat(head.sequence()).isEqualTo(2);
    assertThat(head.blockHash()).isEqualTo(block.hash());
    assertThat(head.incarnation()).isNotEqualTo(absent.incarnation());
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.head()).isEqualTo(head);
      assertThat(view.journal(Set.of(), 0, 10)).extracting(JournalRow::sequence).contains(1L, 2L);
      List<BalanceRow> stock = view.balances("stock", List.of(stock("A"), stock("B")));
      assertThat(stock).singleElement().extracting(BalanceRow::version).isEqualTo(2L);
    }
  }

  @Test
  void blocks_are_found_by_identity_and_by_any_sequence_they_took() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long head = store.head(TENANT).sequence();
      blocks.add(committed(store.commit(on(head).entry(audit("a")).entry(audit("b")).build())));
    }

    for (Block block : blocks) {
      assertThat(store.block(TENANT, new BlockRef.ById(block.id()))).contains(block);
      assertThat(store.block(TENANT, new BlockRef.BySequence(block.firstSequence())))
          .contains(block);
      assertThat(store.block(TENANT, new BlockRef.BySequence(block.lastSequence())))
          .contains(block);
    }
    assertThat(store.block(TENANT, new BlockRef.BySequence(0))).isEmpty();
    assertThat(store.block(TENANT, new BlockRef.BySequence(401))).isEmpty();
    assertThat(store.block(TENANT, new BlockRef.ById(new UUID(1, 2)))).isEmpty();
  }

  @Test
  void a_block_sent_again_is_answered_from_the_first_time() {
    ChangeSet changes = on(0).entry(audit("wang")).build();
    Commit first = store.commit(changes);

    assertThat(store.commit(changes)).isEqualTo(first);
    assertThat(store.head(TENANT).sequence()).isEqualTo(1);
  }

  @Test
  void a_change_set_decided_on_an_older_head_changes_nothing() {
    store.commit(on(0).entry(audit("wang")).build());

    Commit answer = store.commit(on(0).balance(move("A", 0, "2")).build());

    assertThat(answer).isEqualTo(new Commit.HeadMoved(store.head(TENANT)));
    assertThat(store.head(TENANT).sequence()).isEqualTo(1);
  }

  @Test
  void an_empty_change_set_only_proves_the_head() {
    assertThat(store.commit(on(0).build())).isEqualTo(new Commit.Committed(Optional.empty()));
    assertThat(store.head(TENANT)).isEqualTo(Head.absent(TENANT));
    store.commit(on(0).entry(audit("wang")).build());

    assertThat(store.commit(on(1).build())).isEqualTo(new Commit.Committed(Optional.empty()));
    assertThat(store.commit(on(0).build())).isInstanceOf(Commit.HeadMoved.class);
  }

  @Test
  void a_change_set_without_entries_takes_one_sequence() {
    Block block = committed(store.commit(on(0).balance(move("A", 0, "1")).build()));

    assertThat(block.lastSequence()).isEqualTo(1);
  }

  @Test
  void a_row_deleted_and_made_anew_starts_with_a_higher_version() {
    store.commit(on(0).balance(claim("A", 0, 5, false)).build());
    store.commit(on(1).balance(claim("A", 1, -5, true)).build());
    store.commit(on(2).balance(claim("A", 0, 7, false)).build());

    try (StoreView view = store.view(TENANT)) {
      assertThat(view.balanceRange("claim_total", List.of(List.of("A")), 10))
          .singleElement()
          .extracting(BalanceRow::version)
          .isEqualTo(3L);
    }
  }

  @Test
  void deciding_under_the_lock_sees_the_newest_head() {
    store.commit(on(0).entry(audit("wang")).build());

    Commit answer =
        store.commitLocked(
            TENANT,
            view -> on(view.head().sequence()).document(put("K", 0, order("NEW", 1))).build());

    assertThat(committed(answer).lastSequence()).isEqualTo(2);
  }

  @Test
  void deciding_for_another_tenant_than_the_locked_one_is_refused() {
    assertThatThrownBy(
            () -> store.commitLocked(TenantId.of("other"), view -> on(0).entry(audit("x")).build()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.head(TENANT).sequence()).isZero();
  }

  @Test
  void block_times_never_run_backwards() {
    store.commit(on(0).entry(audit("wang")).build());
    ChangeSet earlier =
        ChangeSet.builder(TENANT, 1, UUID.randomUUID(), NOW.minusSeconds(60))
            .entry(audit("wang"))
            .build();

    assertThat(committed(store.commit(earlier)).at()).isEqualTo(NOW);
  }

  @Test
  void only_the_same_types_may_be_registered_again() {
    store.register(TestTypes.SCHEMA);

    assertThatThrownBy(() -> store.register(new StoreSchema(List.of(), List.of(), List.of())))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void nothing_can_be_done_before_types_are_registered() {
    MemoryStore fresh = MemoryStore.create();

    assertThatThrownBy(() -> fresh.view(TENANT)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_closed_store_refuses_everything_but_health() {
    StoreView view = store.view(TENANT);
    store.close();

    assertThat(store.health().up()).isFalse();
    assertThat(store.health().durability()).isEqualTo(Durability.MEMORY);
    assertThatThrownBy(() -> store.view(TENANT)).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> store.head(TENANT)).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> store.commit(on(0).build())).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> store.lease("feed", "a", Duration.ofSeconds(1)))
        .isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> view.journal(Set.of(), 0, 1)).isInstanceOf(UnavailableException.class);
    view.close();
  }

  @Test
  void a_lease_changes_hands_only_once_it_has_ended() {
    SettableClock clock = new SettableClock(NOW);
    MemoryStore leasing = MemoryStore.builder().clock(clock).build();
    Duration minute = Duration.ofMinutes(1);

    Lease first = leasing.lease("feed", "a", minute).orElseThrow();
    assertThat(first).isEqualTo(new Lease("feed", "a", 1, NOW.plus(minute)));
    assertThat(leasing.lease("feed", "b", minute)).isEmpty();
    clock.now = NOW.plusSeconds(30);
    assertThat(leasing.lease("feed", "a", minute).orElseThrow().token()).isEqualTo(1);
    clock.now = NOW.plusSeconds(90);
    assertThat(leasing.lease("feed", "b", minute).orElseThrow().token()).isEqualTo(2);
  }

  @Test
  void a_lease_given_back_is_free_at_once() {
    MemoryStore leasing = MemoryStore.builder().clock(new SettableClock(NOW)).build();
    leasing.lease("feed", "a", Duration.ofMinutes(1));
    assertThat(leasing.lease("feed", "b", Duration.ZERO)).isEmpty();
    leasing.lease("feed", "a", Duration.ZERO);

    assertThat(leasing.lease("feed", "b", Duration.ofMinutes(1))).isPresent();
  }

  private static Block committed(Commit commit) {
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    return ((Commit.Committed) commit).block().orElseThrow();
  }

  private static final class SettableClock extends Clock {
    private Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
