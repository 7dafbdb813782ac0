package io.jxc.tck;

import static io.jxc.tck.KitData.changedLine;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.deletedLine;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.item;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.unindexed;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same ids in two tenants never meet, in any read and in any commit. Tenants are compared
 * exactly: {@code acme}, {@code ACME} and {@code acme.} are three.
 */
public abstract class TenantIsolationConformance extends ConformanceSuite {
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final String[] NEIGHBOURS = {"ACME", "acme.", "acm", "acme-1"};

  @Test
  void sameIdsLiveInEachTenant() {
    KitTenant acme = tenant("acme");
    fill(acme, "1");
    for (String name : NEIGHBOURS) {
      fill(tenant(name), "20");
    }
    KitState state = KitState.of(acme);
    assertThat(state.head().sequence()).isEqualTo(2);
    assertThat(state.documents()).hasSize(2);
    assertThat(state.lines()).hasSize(2);
    assertThat(state.indexes().get("kit_order.number")).hasSize(1);
    assertThat(state.indexes().get("kit_item.word")).hasSize(1);
    assertThat(state.balances()).hasSize(2);
    assertThat(state.balances().get(0).values().get(0)).isEqualTo(dec("1.000000"));
    assertThat(state.journal()).hasSize(2);
  }

  @Test
  void tenantWithoutDataSeesNothingOfOthers() {
    for (String name : NEIGHBOURS) {
      fill(tenant(name), "1");
    }
    KitTenant acme = tenant("acme");
    KitState state = KitState.of(acme);
    assertThat(state.head()).isEqualTo(Head.absent(acme.id()));
    assertThat(state.documents()).isEmpty();
    assertThat(state.lines()).isEmpty();
    assertThat(state.indexes().values()).allMatch(List::isEmpty);
    assertThat(state.balances()).isEmpty();
    assertThat(state.journal()).isEmpty();
    assertThat(acme.document(KitTypes.ORDER, "O1")).isEmpty();
    assertThat(acme.document(KitTypes.ITEM, "I1")).isEmpty();
    assertThat(acme.lines("O1")).isEmpty();
    assertThat(acme.keysOf(KitTypes.ORDER, "number", "N1")).isEmpty();
    assertThat(acme.rows(view -> view.balances("kit_stock", List.of(BalanceKey.of("A", "W", "")))))
        .isEmpty();
    assertThat(acme.head()).isEqualTo(Head.absent(acme.id()));
  }

  @Test
  void listingsHoldOneTenantsRows() {
    KitTenant acme = tenant("acme");
    fill(acme, "1");
    for (String name : NEIGHBOURS) {
      fill(tenant(name), "20");
    }
    for (ListQuery.Builder query :
        List.of(
            ListQuery.of(Source.DOCUMENTS, "kit_order", "by_key"),
            ListQuery.of(Source.DOCUMENTS, "kit_order", "by_amount"),
            ListQuery.of(Source.JOURNAL, "kit_movement", "by_sku").equal("A"),
            ListQuery.of(Source.JOURNAL, "kit_movement", "by_warehouse").equal("W"))) {
      ListQuery built = query.build();
      assertThat(acme.read(view -> view.list(built)).rows()).hasSize(1);
      assertThat(tenant("nobody").read(view -> view.list(built)).rows()).isEmpty();
    }
    ListQuery lines = ListQuery.of(Source.LINES, "kit_order", "by_sku").equal("A").build();
    assertThat(acme.read(view -> view.list(lines)).rows()).hasSize(2);
    assertThat(tenant("nobody").read(view -> view.list(lines)).rows()).isEmpty();
  }

  @Test
  void aggregatesHoldOneTenantsRows() {
    KitTenant acme = tenant("acme");
    fill(acme, "1");
    for (String name : NEIGHBOURS) {
      fill(tenant(name), "20");
    }
    for (AggregateQuery.Builder query :
        List.of(
            AggregateQuery.of(Source.DOCUMENTS, "kit_order").measure(Measure.sum("amount")),
            AggregateQuery.of(Source.LINES, "kit_order").measure(Measure.max("qty")),
            AggregateQuery.of(Source.JOURNAL, "kit_movement").measure(Measure.sum("qty")),
            AggregateQuery.of(Source.BALANCES, "kit_stock").measure(Measure.sum("on_hand")))) {
      AggregateQuery built = query.build();
      assertThat(acme.read(view -> view.aggregate(built)).get(0).values())
          .containsExactly(dec("1.000000"));
    }
  }

  @Test
  void changesOfOneTenantLeaveTheOthersAsTheyWere() {
    KitTenant acme = tenant("acme");
    KitTenant other = tenant("ACME");
    fill(acme, "1");
    fill(other, "20");
    KitState before = KitState.of(other);
    acme.commit(
        set ->
            set.document(order("O1", 2, "amount", dec("5")))
                .document(delete(KitTypes.ITEM, "I1", 2))
                .line(changedLine("O1", 1, "sku", "A"))
                .line(deletedLine("O1", 2))
                .index(unindexed(KitTypes.ORDER, "number", "N1", "O1"))
                .index(unindexed(KitTypes.ITEM, "word", "tea", "I1"))
                .balance(
                    Move.stock("A", "W", "").version(2).add("on_hand", "-1").vanishes().build())
                .balance(Move.cost("A").version(2).latest("last_cost", "9").build())
                .entry(note("change")));
    assertThat(KitState.of(other)).isEqualTo(before);
    assertThat(other.head()).isEqualTo(before.head());
  }

  @Test
  void versionsAndHeadsOfOneTenantAreNotThoseOfAnother() {
    KitTenant acme = tenant("acme");
    KitTenant other = tenant("ACME");
    acme.commit(set -> set.entry(note("1")).entry(note("2")).entry(note("3")));
    assertThat(other.commit(set -> set.entry(note("1"))).lastSequence()).isEqualTo(1);
    assertThat(acme.head().sequence()).isEqualTo(3);
    assertThat(acme.head().incarnation()).isNotEqualTo(new UUID(0, 0));
    assertThat(other.head().blockHash()).isNotEqualTo(acme.head().blockHash());
  }

  @Test
  void blocksOfOneTenantAreNotFoundByAnother() {
    KitTenant acme = tenant("acme");
    Block block = acme.commit(set -> set.entry(note("1")));
    for (String name : NEIGHBOURS) {
      KitTenant other = tenant(name);
      assertThat(store().block(other.id(), new BlockRef.ById(block.id()))).isEmpty();
      assertThat(store().block(other.id(), new BlockRef.BySequence(1))).isEmpty();
    }
  }

  @Test
  void blockIdsAreEachTenantsOwn() {
    KitTenant acme = tenant("acme");
    KitTenant other = tenant("ACME");
    UUID id = KitTenant.newBlockId();
    for (KitTenant tenant : List.of(acme, other)) {
      ChangeSet changes =
          ChangeSet.builder(tenant.id(), 0, id, KitTenant.AT).entry(note("same")).build();
      Block block = KitTenant.committed(store().commit(changes));
      assertThat(block.tenant()).isEqualTo(tenant.id());
      assertThat(block.previousHash()).isEqualTo(Chain.genesis(tenant.id()));
    }
    assertThat(store().block(acme.id(), new BlockRef.ById(id)).orElseThrow().hash())
        .isNotEqualTo(store().block(other.id(), new BlockRef.ById(id)).orElseThrow().hash());
  }

  @Test
  void viewsOfTwoTenantsAreIndependent() {
    KitTenant acme = tenant("acme");
    KitTenant other = tenant("ACME");
    fill(acme, "1");
    try (var mine = store().view(acme.id());
        var theirs = store().view(other.id())) {
      assertThat(mine.journal(Set.of(), 0, 10)).hasSize(2);
      assertThat(theirs.journal(Set.of(), 0, 10)).isEmpty();
      assertThat(mine.head().tenant()).isEqualTo(acme.id());
      assertThat(theirs.head().tenant()).isEqualTo(other.id());
    }
  }

  private static void fill(KitTenant tenant, String amount) {
    tenant.commit(
        set ->
            set.document(order("O1", 0, "amount", dec(amount)))
                .document(item("I1", 0, "category", "tea"))
                .line(newLine("O1", 1, "sku", "A", "qty", dec(amount), "due_on", DAY))
                .line(newLine("O1", 2, "sku", "A", "due_on", DAY))
                .index(indexed(KitTypes.ORDER, "number", "N1", "O1"))
                .index(indexed(KitTypes.ORDER, "tag", "red", "O1"))
                .index(indexed(KitTypes.ITEM, "word", "tea", "I1"))
                .balance(Move.stock("A", "W", "").add("on_hand", amount).build())
                .balance(Move.cost("A").latest("last_cost", amount).build())
                .entry(
                    entry(
                        KitTypes.MOVEMENT,
                        "",
                        "sku",
                        "A",
                        "warehouse",
                        "W",
                        "qty",
                        dec(amount),
                        "business_on",
                        DAY))
                .entry(note("filled")));
  }
}
