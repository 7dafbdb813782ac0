package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ConflictException;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Threads that collide: each sequence is won once, nothing is lost, nothing is done twice, and what
 * balances say is what entries add up to.
 */
public abstract class ConcurrencyConformance extends ConformanceSuite {
  private static final int THREADS = 4;

  @Test
  void exactlyOneOfManyCommitsOnOneHeadWins() {
    KitTenant shop = shop();
    for (int round = 0; round < 10; round++) {
      long head = shop.head().sequence();
      List<Commit> answers =
          Collisions.run(THREADS, thread -> store().commit(shop.on(head).entry(note("x")).build()));
      assertThat(answers).filteredOn(Commit.Committed.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Commit.HeadMoved.class::isInstance).hasSize(THREADS - 1);
      assertThat(shop.head().sequence()).isEqualTo(head + 1);
    }
    assertThat(shop.journal()).hasSize(10);
    assertThat(ChainVerifier.verify(store(), shop.id())).isEmpty();
  }

  @Test
  void exactlyOneStartsATenantsLog() {
    for (int round = 0; round < 5; round++) {
      KitTenant fresh = tenant("fresh-" + round);
      List<Commit> answers =
          Collisions.run(
              THREADS,
              thread ->
                  store()
                      .commit(
                          fresh.on(0).entry(note("t" + thread)).document(order("O1", 0)).build()));
      assertThat(answers).filteredOn(Commit.Committed.class::isInstance).hasSize(1);
      assertThat(answers)
          .filteredOn(Commit.HeadMoved.class::isInstance)
          .hasSize(THREADS - 1)
          .allMatch(moved -> ((Commit.HeadMoved) moved).head().equals(fresh.head()));
      assertThat(fresh.journal()).hasSize(1);
    }
  }

  @Test
  void noUpdateIsLost() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "0.5").build()));
    Collisions.run(
        THREADS,
        thread -> {
          for (int i = 0; i < 15; i++) {
            shop.commitRetrying(view -> take(shop, view, "1.25"));
          }
          return thread;
        });
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("75.500000"));
    assertAddsUp(shop, "0.5");
  }

  @Test
  void lockedDecisionsAllCommitAndNoneIsLost() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "1").build()));
    List<Integer> done =
        Collisions.run(
            THREADS,
            thread -> {
              for (int i = 0; i < 10; i++) {
                Commit commit =
                    store().commitLocked(shop.id(), view -> take(shop, view, "2").build());
                KitTenant.committed(commit);
              }
              return thread;
            });
    assertThat(done).hasSize(THREADS);
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("81.000000"));
    assertAddsUp(shop, "1");
  }

  @Test
  void lockedAndFreeCommitsRaceAndNoneIsLost() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "1").build()));
    Collisions.run(
        THREADS,
        thread -> {
          for (int i = 0; i < 10; i++) {
            if (thread % 2 == 0) {
              store().commitLocked(shop.id(), view -> take(shop, view, "1").build());
            } else {
              shop.commitRetrying(view -> take(shop, view, "1"));
            }
          }
          return thread;
        });
    assertAddsUp(shop, "1");
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("41.000000"));
  }

  private static ChangeSet.Builder take(KitTenant shop, StoreView view, String amount) {
    BalanceRow row = view.balances("kit_stock", List.of(BalanceKey.of("A", "W", ""))).get(0);
    return shop.on(view.head().sequence())
        .balance(Move.stock("A", "W", "").on(row).add("on_hand", amount).build())
        .entry(moved(amount));
  }

  private static JournalEntry moved(String amount) {
    return entry(KitTypes.MOVEMENT, "", "sku", "A", "warehouse", "W", "qty", dec(amount));
  }

  /** The balance is what was there first and what the entries say. */
  private void assertAddsUp(KitTenant shop, String first) {
    BigDecimal entries =
        shop.journal().stream()
            .map(row -> row.attributes().decimal("qty").orElseThrow())
            .reduce(dec(first), BigDecimal::add);
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0))
        .isEqualByComparingTo(entries);
    assertThat(ChainVerifier.verify(store(), shop.id())).isEmpty();
  }

  @Test
  void stockIsNeverSoldTwice() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "20").build()));
    AtomicInteger sold = new AtomicInteger();
    Collisions.run(
        THREADS,
        thread -> {
          while (sellOne(shop)) {
            sold.incrementAndGet();
          }
          return thread;
        });
    assertThat(sold).hasValue(20);
    assertThat(shop.stock("A", "W", "")).isEmpty();
    assertThat(shop.journal()).hasSize(20);
  }

  /** Sells one piece, the store alone keeping the floor; false when nothing is left. */
  private boolean sellOne(KitTenant shop) {
    while (true) {
      ChangeSet changes;
      try (StoreView view = store().view(shop.id())) {
        Optional<BalanceRow> row =
            view.balances("kit_stock", List.of(BalanceKey.of("A", "W", ""))).stream().findFirst();
        if (row.isEmpty()) {
          return false;
        }
        Move move = Move.stock("A", "W", "").on(row.get()).add("on_hand", "-1");
        if (row.get().values().get(0).compareTo(BigDecimal.ONE) == 0) {
          move.vanishes();
        }
        changes =
            shop.on(view.head().sequence())
                .balance(move.floor("on_hand_floor").build())
                .entry(moved("-1"))
                .build();
      }
      if (store().commit(changes) instanceof Commit.Committed) {
        return true;
      }
    }
  }

  @Test
  void uniqueValueIsTakenOnce() {
    KitTenant shop = shop();
    List<Boolean> taken =
        Collisions.run(
            THREADS,
            thread -> {
              String key = "O" + thread;
              try {
                shop.commitRetrying(
                    view ->
                        shop.on(view.head().sequence())
                            .document(order(key, 0))
                            .index(indexed(KitTypes.ORDER, "number", "N-1", key)));
                return true;
              } catch (ConflictException duplicate) {
                return false;
              }
            });
    assertThat(taken).containsOnlyOnce(true);
    assertThat(shop.keysOf(KitTypes.ORDER, "number", "N-1")).hasSize(1);
    assertThat(shop.rows(view -> view.documentRange("kit_order", "", "", 10))).hasSize(1);
  }

  @Test
  void tenantsDoNotGetInEachOthersWay() {
    List<Long> heads =
        Collisions.run(
            THREADS,
            thread -> {
              KitTenant own = tenant("tenant-" + thread);
              for (int i = 0; i < 10; i++) {
                long version = i;
                own.commit(set -> set.document(order("O1", version)).entry(note("n")));
              }
              return own.head().sequence();
            });
    assertThat(heads).containsOnly(10L);
  }

  @Test
  void fencesRacingCommitsChangeNothing() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "1").build()));
    List<Callable<Long>> racers = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      racers.add(
          () -> {
            for (int i = 0; i < 20; i++) {
              shop.commitRetrying(view -> take(shop, view, "1"));
            }
            return 0L;
          });
    }
    for (int fence = 0; fence < 2; fence++) {
      racers.add(() -> fenceOften(shop));
    }
    assertThat(Collisions.run(racers)).hasSize(4);
    assertThat(shop.head().sequence()).isEqualTo(41);
    assertAddsUp(shop, "1");
  }

  private long fenceOften(KitTenant shop) {
    long done = 0;
    for (int i = 0; i < 20; i++) {
      long head = shop.head().sequence();
      Commit answer = store().commit(shop.on(head).build());
      if (answer instanceof Commit.HeadMoved moved) {
        assertThat(moved.head().sequence()).isGreaterThan(head);
      } else {
        assertThat(answer).isEqualTo(new Commit.Committed(Optional.empty()));
        done++;
      }
    }
    return done;
  }

  /** After a fence on a newer head, a commit on the older one can no more succeed. */
  @Test
  void fenceTellsTheFateOfACommit() {
    KitTenant shop = shop();
    for (int round = 0; round < 10; round++) {
      long head = shop.head().sequence();
      ChangeSet doubtful = shop.on(head).entry(note("doubtful")).build();
      List<Boolean> answers =
          Collisions.run(
              List.of(
                  () -> store().commit(doubtful) instanceof Commit.Committed,
                  () -> {
                    KitTenant.committed(store().commitLocked(shop.id(), view -> next(shop, view)));
                    return isThere(shop, doubtful.blockId());
                  }));
      assertThat(answers.get(1)).as("what the fence found").isEqualTo(answers.get(0));
      assertThat(isThere(shop, doubtful.blockId())).isEqualTo(answers.get(0));
    }
  }

  private static ChangeSet next(KitTenant shop, StoreView view) {
    return shop.on(view.head().sequence()).entry(note("fence")).build();
  }

  private boolean isThere(KitTenant shop, UUID blockId) {
    return store().block(shop.id(), new BlockRef.ById(blockId)).isPresent();
  }

  @Test
  void refusalsRacingCommitsLeaveNothingBehind() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    List<Integer> refused =
        Collisions.run(
            THREADS,
            thread -> {
              int refusals = 0;
              for (int i = 0; i < 10; i++) {
                if (thread % 2 == 0) {
                  shop.commitRetrying(view -> shop.on(view.head().sequence()).entry(note("good")));
                } else {
                  refusals += refused(shop) ? 1 : 0;
                }
              }
              return refusals;
            });
    assertThat(refused).hasSize(THREADS);
    assertThat(shop.journal())
        .hasSize(20)
        .extracting(JournalRow::attributes)
        .allMatch(values -> values.string("topic").orElseThrow().equals("good"));
    Block last =
        store().block(shop.id(), new BlockRef.BySequence(shop.head().sequence())).orElseThrow();
    assertThat(last.lastSequence()).isEqualTo(21);
    assertThat(shop.rows(view -> view.journal(Set.of("kit_movement"), 0, 10))).isEmpty();
  }

  private boolean refused(KitTenant shop) {
    try {
      Commit commit =
          shop.attempt(set -> set.entry(moved("1")).entry(note("bad")).document(order("O1", 99)));
      assertThat(commit).isInstanceOf(Commit.HeadMoved.class);
      return false;
    } catch (ChangeRefusedException expected) {
      return true;
    }
  }
}
