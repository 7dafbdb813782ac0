package io.jxc.tck;

import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.PreparedCommit;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A commit that is made ready changes nothing before it is committed, and then is any commit. */
public abstract class PreparedCommitConformance extends ConformanceSuite {
  @Test
  void whatIsPreparedAndDroppedHasChangedNothing() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    KitState before = KitState.of(shop);
    ChangeSet changes = shop.on(1).document(order("O1", 0)).entry(movement("A", "1")).build();

    store().prepare(changes);

    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(store().block(shop.id(), new BlockRef.ById(changes.blockId()))).isEmpty();
    shop.commit(set -> set.document(order("O1", 0)));
  }

  @Test
  void whatWasPreparedIsCommittedAsAnyCommit() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    Head before = shop.head();
    ChangeSet changes =
        shop.on(1)
            .document(order("O1", 0))
            .balance(Move.stock("A", "W", "").add("on_hand", "5").build())
            .entry(movement("A", "5"))
            .build();

    Commit commit = store().prepare(changes).commit();

    assertThat(KitTenant.committed(commit)).isEqualTo(Chain.seal(before, changes));
    assertThat(shop.document(KitTypes.ORDER, "O1").map(DocumentRow::version)).contains(2L);
    assertThat(shop.stock("A", "W", "").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void firstCommitOfATenantMayBePrepared() {
    KitTenant shop = shop();
    Commit commit = store().prepare(shop.on(0).entry(note("one")).build()).commit();

    assertThat(KitTenant.committed(commit).lastSequence()).isEqualTo(shop.head().sequence());
  }

  /** By another thread, too, than the one that commits it. */
  @Test
  void commitMayBePreparedBeforeTheOneItStandsOnIsThere() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    ChangeSet first = shop.on(1).document(order("O1", 1)).entry(note("a")).entry(note("b")).build();
    ChangeSet second = shop.on(3).document(order("O1", 3)).entry(note("c")).build();
    PreparedCommit preparedFirst = store().prepare(first);
    PreparedCommit preparedSecond =
        CompletableFuture.supplyAsync(() -> store().prepare(second)).join();

    assertThat(KitTenant.committed(preparedFirst.commit()).lastSequence()).isEqualTo(3);
    assertThat(KitTenant.committed(preparedSecond.commit()).lastSequence()).isEqualTo(4);
    assertThat(shop.document(KitTypes.ORDER, "O1").map(DocumentRow::version)).contains(4L);
  }

  @Test
  void headMovedIsAnsweredWhenSomebodyElseHasCommittedSince() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    PreparedCommit late = store().prepare(shop.on(1).document(order("O1", 0)).build());
    shop.commit(set -> set.entry(note("two")));
    KitState before = KitState.of(shop);

    assertThat(late.commit()).isEqualTo(new Commit.HeadMoved(shop.head()));
    assertThat(KitState.of(shop)).isEqualTo(before);
  }

  @Test
  void whatDoesNotHoldIsRefusedWhenItIsCommitted() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    PreparedCommit stale = store().prepare(shop.on(1).document(order("O1", 7)).build());
    KitState before = KitState.of(shop);

    assertThatThrownBy(stale::commit).isInstanceOf(ChangeRefusedException.class);
    assertThat(KitState.of(shop)).isEqualTo(before);
  }
}
