package io.jxc.tck;

import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.spi.store.Commit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided under the tenant's lock is decided on the newest head, and committed. */
public abstract class CommitLockedConformance extends ConformanceSuite {
  @Test
  void commitLockedDecidesOnTheNewestHeadAndCommits() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    Commit commit =
        store()
            .commitLocked(
                shop.id(),
                view -> {
                  long version =
                      view.documents("kit_order", Set.of("O1")).stream()
                          .findFirst()
                          .orElseThrow()
                          .version();
                  return shop.on(view.head().sequence()).document(order("O1", version)).build();
                });
    assertThat(KitTenant.committed(commit).lastSequence()).isEqualTo(2);
    assertThat(shop.document(KitTypes.ORDER, "O1").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void commitLockedWorksForATenantWithoutBlock() {
    KitTenant shop = shop();
    Commit commit =
        store()
            .commitLocked(
                shop.id(), view -> shop.on(view.head().sequence()).entry(note("1")).build());
    assertThat(KitTenant.committed(commit).firstSequence()).isEqualTo(1);
  }

  @Test
  void commitLockedOfAnEmptyChangeSetMakesNoBlock() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    Commit commit =
        store().commitLocked(shop.id(), view -> shop.on(view.head().sequence()).build());
    assertThat(commit).isEqualTo(new Commit.Committed(Optional.empty()));
    assertThat(shop.head().sequence()).isEqualTo(1);
  }

  @Test
  void commitLockedGivesTheLockBackWhenTheDecisionFails() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)));
    KitState before = KitState.of(shop);
    IllegalStateException veto = new IllegalStateException("decided against it");
    assertThatThrownBy(
            () ->
                store()
                    .commitLocked(
                        shop.id(),
                        view -> {
                          throw veto;
                        }))
        .isSameAs(veto);
    assertThatThrownBy(
            () ->
                store()
                    .commitLocked(
                        shop.id(),
                        view ->
                            shop.on(view.head().sequence())
                                .document(delete(KitTypes.ORDER, "O1", 77))
                                .build()))
        .isInstanceOf(ChangeRefusedException.class);
    assertThat(KitState.of(shop)).isEqualTo(before);
    assertThat(shop.commit(set -> set.entry(note("goes on"))).firstSequence()).isEqualTo(2);
  }
}
