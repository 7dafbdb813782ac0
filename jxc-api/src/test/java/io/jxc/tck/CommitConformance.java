package io.jxc.tck;

import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Names;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A commit is applied whole or not at all, and only on the head it was decided on.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>A change set that is sent again, its head moved by itself, is answered with {@link
 *       Commit.HeadMoved} or with the block it made; in no case is it applied twice.
 *   <li>A block id that was used before, on a fresh head, is answered with the block it made or
 *       refused as a duplicate; nothing is changed.
 *   <li>A type, index or floor that is not declared is refused with {@link
 *       IllegalArgumentException} in commits as in reads, and nothing is changed.
 *   <li>An empty change set on a tenant without a block answers {@code Committed} and leaves the
 *       tenant without a block.
 * </ul>
 */
public abstract class CommitConformance extends ConformanceSuite {
  @Test
  void firstCommitOfATenantStartsItsLog() {
    KitTenant shop = shop();
    Block block = shop.commit(set -> set.entry(movement("A", "5")));
    assertThat(block.firstSequence()).isEqualTo(1);
    assertThat(block.lastSequence()).isEqualTo(1);
    assertThat(block.previousHash()).isEqualTo(Chain.genesis(shop.id()));
    Head head = shop.head();
    assertThat(head.tenant()).isEqualTo(shop.id());
    assertThat(head.sequence()).isEqualTo(1);
    assertThat(head.blockHash()).isEqualTo(block.hash());
    assertThat(head.blockTime()).isEqualTo(block.at());
    assertThat(head.incarnation()).isNotEqualTo(new UUID(0, 0));
  }

  @Test
  void incarnationStaysWhileTheHistoryGoesOn() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    UUID incarnation = shop.head().incarnation();
    shop.commit(set -> set.entry(note("two")));
    assertThat(shop.head().incarnation()).isEqualTo(incarnation);
  }

  @Test
  void answersExactlyTheBlockThatTheChainSeals() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("before")));
    Head before = shop.head();
    ChangeSet changes =
        shop.on(before.sequence()).entry(movement("A", "1.5")).entry(note("after")).build();
    Block block = KitTenant.committed(store().commit(changes));
    assertThat(block).isEqualTo(Chain.seal(before, changes));
    assertThat(store().block(shop.id(), new BlockRef.ById(changes.blockId()))).contains(block);
  }

  @Test
  void entriesTakeOneSequenceEachInTheirOrder() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("n1")).entry(movement("A", "1")).entry(note("n2")));
    Block second = shop.commit(set -> set.entry(movement("B", "2")).entry(note("n3")));
    assertThat(second.firstSequence()).isEqualTo(4);
    assertThat(second.lastSequence()).isEqualTo(5);
    assertThat(shop.journal()).extracting(JournalRow::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(shop.journal())
        .extracting(JournalRow::type)
        .containsExactly("kit_note", "kit_movement", "kit_note", "kit_movement", "kit_note");
  }

  @Test
  void blockWithoutEntriesTakesOneSequence() {
    KitTenant shop = shop();
    Block block = shop.commit(set -> set.document(order("O1", 0)));
    assertThat(block.firstSequence()).isEqualTo(1);
    assertThat(block.lastSequence()).isEqualTo(1);
    Block next = shop.commit(set -> set.entry(note("next")));
    assertThat(next.firstSequence()).isEqualTo(2);
    assertThat(shop.journal()).extracting(JournalRow::sequence).containsExactly(2L);
  }

  @Test
  void changedRowsTakeTheLastSequenceAsVersion() {
    KitTenant shop = shop();
    Block block =
        shop.commit(
            set ->
                set.document(order("O1", 0))
                    .balance(Move.stock("A", "W", "").add("on_hand", "1").build())
                    .entry(note("n1"))
                    .entry(note("n2"))
                    .entry(note("n3")));
    assertThat(block.lastSequence()).isEqualTo(3);
    assertThat(shop.document(KitTypes.ORDER, "O1").map(DocumentRow::version)).contains(3L);
    assertThat(shop.stock("A", "W", "").orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void headMovedIsAnsweredWhenSomebodyElseCommitted() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    ChangeSet late = shop.on(1).entry(note("late")).document(order("O9", 0)).build();
    shop.commit(set -> set.entry(note("two")));
    KitState before = KitState.of(shop);
    assertThat(store().commit(late)).isEqualTo(new Commit.HeadMoved(shop.head()));
    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(store().block(shop.id(), new BlockRef.ById(late.blockId()))).isEmpty();
  }

  @Test
  void headMovedIsAnsweredBeforeAnyOtherRefusal() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    shop.commit(set -> set.entry(note("two")));
    ChangeSet lateAndStale = shop.on(1).document(order("O1", 0)).build();
    assertThat(store().commit(lateAndStale)).isEqualTo(new Commit.HeadMoved(shop.head()));
  }

  @Test
  void headMovedIsAnsweredForASequenceThatIsStillToCome() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    assertThat(store().commit(shop.on(2).entry(note("x")).build()))
        .isEqualTo(new Commit.HeadMoved(shop.head()));
    KitTenant unknown = tenant("unknown");
    assertThat(store().commit(unknown.on(7).entry(note("x")).build()))
        .isEqualTo(new Commit.HeadMoved(Head.absent(unknown.id())));
    assertThat(unknown.journal()).isEmpty();
  }

  @Test
  void headMovedIsAnsweredForASequenceInsideABlock() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")).entry(note("2")).entry(note("3")));
    assertThat(store().commit(shop.on(2).entry(note("x")).build()))
        .isEqualTo(new Commit.HeadMoved(shop.head()));
  }

  @Test
  void refusedChangeSetLeavesNothingBehind() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .index(indexed(KitTypes.ORDER, "number", "N-1", "O1"))
                .balance(Move.stock("A", "W", "").add("on_hand", "1").build()));
    KitState before = KitState.of(shop);
    assertThatThrownBy(
            () ->
                shop.attempt(
                    set ->
                        set.document(order("O2", 0))
                            .line(newLine("O2", 1, "sku", "A"))
                            .index(indexed(KitTypes.ORDER, "number", "N-2", "O2"))
                            .index(indexed(KitTypes.ITEM, "word", "w", "I2"))
                            .entry(movement("A", "-2"))
                            .balance(Move.stock("B", "W", "").add("on_hand", "3").build())
                            .balance(
                                Move.stock("A", "W", "")
                                    .version(1)
                                    .add("on_hand", "-2")
                                    .floor("on_hand_floor")
                                    .build())))
        .isInstanceOf(ChangeRefusedException.class);
    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(shop.head()).isEqualTo(before.head());
    assertThat(shop.lines("O2")).isEmpty();
  }

  @Test
  void laterChangeSetWorksAfterARefusal() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    assertThatThrownBy(() -> shop.attempt(set -> set.document(order("O1", 0)).entry(note("x"))))
        .isInstanceOf(DuplicateKeyException.class);
    Block block = shop.commit(set -> set.document(order("O1", 1)));
    assertThat(block.firstSequence()).isEqualTo(2);
  }

  @Test
  void changeSetSentAgainIsNotAppliedTwice() {
    KitTenant shop = shop();
    ChangeSet changes =
        shop.on(0)
            .entry(movement("A", "5"))
            .balance(Move.stock("A", "W", "").add("on_hand", "5").build())
            .build();
    Block block = KitTenant.committed(store().commit(changes));
    KitState before = KitState.of(shop);
    assertThat(store().commit(changes))
        .isIn(new Commit.HeadMoved(shop.head()), new Commit.Committed(Optional.of(block)));
    assertThat(KitState.of(shop)).isEqualTo(before);
  }

  @Test
  void usedBlockIdIsNotAppliedOnAFreshHead() {
    KitTenant shop = shop();
    ChangeSet first = shop.on(0).entry(note("one")).build();
    Block block = KitTenant.committed(store().commit(first));
    KitState before = KitState.of(shop);
    ChangeSet again =
        ChangeSet.builder(shop.id(), 1, first.blockId(), KitTenant.AT).entry(note("one")).build();
    try {
      assertThat(store().commit(again)).isEqualTo(new Commit.Committed(Optional.of(block)));
    } catch (StorageException | DuplicateKeyException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(store().block(shop.id(), new BlockRef.ById(first.blockId()))).contains(block);
  }

  @Test
  void emptyChangeSetMakesNoBlock() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("one")));
    KitState before = KitState.of(shop);
    ChangeSet fence = shop.on(1).build();
    assertThat(store().commit(fence)).isEqualTo(new Commit.Committed(Optional.empty()));
    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(store().block(shop.id(), new BlockRef.ById(fence.blockId()))).isEmpty();
    assertThat(shop.commit(set -> set.entry(note("two"))).firstSequence()).isEqualTo(2);
  }

  @Test
  void emptyChangeSetOnAMovedHeadSaysSo() {
    KitTenant shop = shop();
    ChangeSet fence = shop.on(0).build();
    shop.commit(set -> set.entry(note("one")));
    assertThat(store().commit(fence)).isEqualTo(new Commit.HeadMoved(shop.head()));
  }

  @Test
  void emptyChangeSetLeavesATenantWithoutBlockAsItWas() {
    KitTenant shop = shop();
    assertThat(store().commit(shop.on(0).build()))
        .isEqualTo(new Commit.Committed(Optional.empty()));
    assertThat(shop.head()).isEqualTo(Head.absent(shop.id()));
    assertThat(KitState.of(shop).head()).isEqualTo(Head.absent(shop.id()));
    assertThat(shop.commit(set -> set.entry(note("one"))).firstSequence()).isEqualTo(1);
  }

  @Test
  void undeclaredNamesAreRefusedAndChangeNothing() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    KitState before = KitState.of(shop);
    assertThatThrownBy(
            () ->
                shop.attempt(
                    set ->
                        set.entry(note("2"))
                            .index(indexed(KitTypes.ORDER, "no_such_index", "v", "O1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                shop.attempt(
                    set ->
                        set.entry(note("2"))
                            .balance(
                                Move.stock("A", "W", "")
                                    .add("on_hand", "1")
                                    .floor("no_such_floor")
                                    .build())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(KitState.of(shop)).isEqualTo(before);
  }

  @Test
  void largeChangeSetIsAppliedWhole() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 0; i < 1_200; i++) {
            String key = String.format("%05d", i);
            set.document(order(key, 0, "status", "OPEN"))
                .index(indexed(KitTypes.ORDER, "number", "N" + key, key))
                .balance(Move.stock(key, "W", "").add("on_hand", "1").build())
                .entry(movement(key, "1"));
          }
        });
    assertThat(shop.head().sequence()).isEqualTo(1_200);
    assertThat(shop.journal()).hasSize(1_200);
    assertThat(shop.rows(view -> view.documentRange("kit_order", "", "", 10_000))).hasSize(1_200);
    assertThat(shop.rows(view -> view.indexRange("kit_order", "number", "N", false, 10_001)))
        .hasSize(1_200)
        .allSatisfy(entry -> assertThat(Names.utf8Length(entry.value())).isEqualTo(6));
  }
}
