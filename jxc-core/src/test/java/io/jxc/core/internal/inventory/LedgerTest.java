package io.jxc.core.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.MovementTotal;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.MovementType;
import io.jxc.api.inventory.PastStock;
import io.jxc.api.inventory.RebuildResult;
import io.jxc.api.inventory.RebuildStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockCardLine;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.inventory.StockVerification;
import io.jxc.api.tenant.NegativeStock;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest extends StockTestBase {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 20);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 10);

  private void receiveOn(LocalDate day, String warehouse, String quantity, String cost) {
    inventory.receive(
        ReceiveGoods.into(warehouse).effectiveOn(day).line("TEA-1", quantity, cost).build());
  }

  private void issueOn(LocalDate day, String quantity) {
    issueOn(day, "TEA-1", quantity);
  }

  private void issueOn(LocalDate day, String sku, String quantity) {
    inventory.issue(
        IssueGoods.from("MAIN").reason("x").effectiveOn(day).line(sku, quantity).build());
  }

  private List<StockCardLine> card(StockCardQuery query, int size) {
    List<StockCardLine> lines = new ArrayList<>();
    PageRequest request = PageRequest.first(size);
    while (true) {
      Page<StockCardLine> page = inventory.card(query, request);
      lines.addAll(page.items());
      if (page.next().isEmpty()) {
        return lines;
      }
      request = request.after(page.next().get());
    }
  }

  @Test
  void a_card_runs_by_business_date_whatever_page_it_is_read_by() {
    receiveOn(OCTOBER, "MAIN", "10", "6");
    receiveOn(NOVEMBER, "MAIN", "10", "8");
    issueOn(NOVEMBER, "5");
    issueOn(NOVEMBER.plusDays(1), "1");
    receiveOn(OCTOBER.plusDays(1), "BACK", "2", "7");

    StockCardQuery all = StockCardQuery.of("TEA-1");
    for (int size : List.of(1, 2, 3, 100)) {
      assertThat(card(all, size))
          .extracting(line -> line.change().toString(), line -> line.balance().toString())
          .containsExactly(
              tuple("10", "10"),
              tuple("2", "12"),
              tuple("10", "22"),
              tuple("-5", "17"),
              tuple("-1", "16"));
      assertThat(card(all.warehouse("MAIN").from(NOVEMBER), size))
          .extracting(line -> line.change().toString(), line -> line.balance().toString())
          .containsExactly(tuple("10", "20"), tuple("-5", "15"), tuple("-1", "14"));
    }
    List<StockCardLine> lines = card(all, 100);
    assertThat(lines.get(4).balanceValue()).isEqualTo(inventory.stock("TEA-1").value());
    assertThat(lines.get(4).balance()).isEqualTo(inventory.stock("TEA-1").total().onHand());
    assertThat(card(all.to(OCTOBER), 10)).hasSize(1);
    assertThatThrownBy(() -> all.from(NOVEMBER).to(OCTOBER))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void stock_at_a_date_is_computed_from_months_and_a_tail() {
    receiveOn(OCTOBER, "MAIN", "10", "6");
    receiveOn(NOVEMBER, "BACK", "10", "8");
    issueOn(NOVEMBER.plusDays(1), "5");

    assertThat(past(OCTOBER.minusDays(1), StockQuery.all())).isEqualTo("0 0.00 CNY");
    assertThat(past(OCTOBER, StockQuery.all())).isEqualTo("10 60.00 CNY");
    assertThat(past(OCTOBER.withDayOfMonth(31), StockQuery.all())).isEqualTo("10 60.00 CNY");
    assertThat(past(NOVEMBER, StockQuery.all())).isEqualTo("20 140.00 CNY");
    assertThat(past(NOVEMBER, StockQuery.all().warehouse("MAIN"))).isEqualTo("10 70.00 CNY");
    assertThat(past(NOVEMBER.plusDays(1), StockQuery.all())).isEqualTo("15 105.00 CNY");

    receiveOn(OCTOBER, "MAIN", "1", "7");

    assertThat(past(OCTOBER, StockQuery.all())).isEqualTo("11 67.00 CNY");
  }

  private String past(LocalDate day, StockQuery query) {
    PastStock stock = inventory.listAsOf(day, query, PageRequest.first(10)).items().get(0);
    return stock.onHand() + " " + stock.value().orElseThrow();
  }

  @Test
  void movements_are_added_up_by_type() {
    receiveOn(OCTOBER, "MAIN", "10", "6");
    issueOn(NOVEMBER, "3");
    issueOn(NOVEMBER, "1");

    assertThat(inventory.movementTotals(MovementTotalsQuery.all()))
        .extracting(MovementTotal::type, MovementTotal::movements, t -> t.quantity().toString())
        .containsExactlyInAnyOrder(
            tuple(MovementType.OTHER_IN, 1L, "10"), tuple(MovementType.OTHER_OUT, 2L, "4"));
    assertThat(inventory.movementTotals(MovementTotalsQuery.all().between(OCTOBER, OCTOBER)))
        .hasSize(1);
  }

  @Test
  void a_broken_balance_is_found_and_mended() {
    receive("TEA-1", "10", "6");
    receive("TEA-2", "10", "6");
    assertThat(inventory.verify().ok()).isTrue();
    breakBalance(InventoryTypes.STOCK, InventoryTypes.stockKey("TEA-1", "MAIN"), "on_hand", "-3");
    breakBalance(InventoryTypes.STOCK, InventoryTypes.stockKey("TEA-2", "MAIN"), "reserved", "2");
    breakBalance(InventoryTypes.COST, InventoryTypes.costKey("TEA-2"), "value", "0.000001");
    breakBalance(
        InventoryTypes.MONTH,
        InventoryTypes.monthKey("TEA-3", "MAIN", OCTOBER),
        "sale_quantity",
        "7");

    StockVerification found = inventory.verify();

    assertThat(found.ok()).isFalse();
    assertThat(found.differences())
        .extracting(BalanceDifference::column, d -> d.found().subtract(d.expected()))
        .usingElementComparator((a, b) -> a.toList().toString().compareTo(b.toList().toString()))
        .containsExactlyInAnyOrder(
            tuple("reserved", new BigDecimal("2.000000")),
            tuple("on_hand", new BigDecimal("-3.000000")),
            tuple("value", new BigDecimal("0.000001")),
            tuple("sale_quantity", new BigDecimal("7.000000")));

    RebuildStock command = RebuildStock.of(found).reason("a broken disk").requestId("fix-1");
    RebuildResult result = inventory.rebuild(command);

    assertThat(result.repaired()).isEqualTo(4);
    assertThat(inventory.verify().ok()).isTrue();
    assertThat(onHand("TEA-1")).isEqualTo("10");
    assertThat(inventory.rebuild(command)).isEqualTo(result);
  }

  @Test
  void the_last_cost_is_held_against_the_movements_and_mended() {
    receive("TEA-1", "10", "6");
    receive("TEA-1", "5", "9");
    issueOn(NOVEMBER, "15");
    receive("TEA-2", "3", "1");
    receive("TEA-2", "4", "2");
    issueOn(NOVEMBER, "TEA-2", "1");
    assertThat(inventory.verify().differences()).isEmpty();
    breakLatest("TEA-1", "7.00000001");
    breakLatest("TEA-2", "0");

    StockVerification found = inventory.verify();

    assertThat(found.differences())
        .extracting(
            BalanceDifference::key,
            BalanceDifference::column,
            BalanceDifference::found,
            BalanceDifference::expected)
        .containsExactlyInAnyOrder(
            tuple(
                List.of("TEA-1", ""),
                "last_cost",
                new BigDecimal("7.00000001"),
                new BigDecimal("7.00000000")),
            tuple(
                List.of("TEA-2", ""),
                "last_cost",
                new BigDecimal("0.00000000"),
                new BigDecimal("1.57142857")));
    inventory.rebuild(RebuildStock.of(found).reason("a broken disk"));
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void the_last_cost_of_goods_issued_below_zero_follows_from_the_movements() {
    shop.root()
        .tenant()
        .update(
            UpdateSettings.of(shop.root().tenant().settings())
                .negativeStock(NegativeStock.ALLOW)
                .build());
    issueOn(NOVEMBER, "2");
    assertThat(inventory.verify().differences()).isEmpty();
    receive("TEA-1", "1", "6");
    issueOn(NOVEMBER, "3");
    assertThat(inventory.verify().differences()).isEmpty();
    receive("TEA-1", "10", "8");
    assertThat(inventory.verify().differences()).isEmpty();
    issueOn(NOVEMBER, "6");
    issueOn(NOVEMBER, "1");

    assertThat(inventory.verify().differences()).isEmpty();
  }

  @Test
  void a_plan_that_no_longer_fits_is_refused() {
    receive("TEA-1", "10", "6");
    breakBalance(InventoryTypes.STOCK, InventoryTypes.stockKey("TEA-1", "MAIN"), "on_hand", "-3");
    StockVerification found = inventory.verify();
    inventory.adjust(AdjustStock.in("MAIN").reason("x").line("TEA-1", "1").build());

    assertThatThrownBy(() -> inventory.rebuild(RebuildStock.of(found)))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("stock.plan-outdated"));
    inventory.rebuild(RebuildStock.of(inventory.verify()));
    assertThat(onHand("TEA-1")).isEqualTo("11");
  }

  private void breakLatest(String sku, String cost) {
    List<BigDecimal> none = new ArrayList<>();
    List<Optional<BigDecimal>> latest = new ArrayList<>();
    for (BalanceType.Column one : InventoryTypes.COST.columns()) {
      boolean broken = one.name().equals("last_cost");
      none.add(BigDecimal.ZERO.setScale(one.scale()));
      latest.add(
          broken ? Optional.of(new BigDecimal(cost).setScale(one.scale())) : Optional.empty());
    }
    breakBalance(InventoryTypes.COST, InventoryTypes.costKey(sku), none, latest);
  }

  private void breakBalance(BalanceType type, BalanceKey key, String column, String by) {
    List<BigDecimal> deltas = new ArrayList<>();
    List<Optional<BigDecimal>> latest = new ArrayList<>();
    for (BalanceType.Column one : type.columns()) {
      BigDecimal delta = one.name().equals(column) ? new BigDecimal(by) : BigDecimal.ZERO;
      deltas.add(delta.setScale(one.scale()));
      latest.add(Optional.empty());
    }
    breakBalance(type, key, deltas, latest);
  }

  /** Does what a broken disk or a hand in the database would do. */
  private void breakBalance(
      BalanceType type,
      BalanceKey key,
      List<BigDecimal> deltas,
      List<Optional<BigDecimal>> latest) {
    TenantId acme = TenantId.of("acme");
    Head head;
    long version;
    try (StoreView view = store.view(acme)) {
      head = view.head();
      version =
          view.balances(type.name(), List.of(key)).stream()
              .map(BalanceRow::version)
              .findFirst()
              .orElse(0L);
    }
    Commit commit =
        store.commit(
            ChangeSet.builder(acme, head.sequence(), UUID.randomUUID(), head.blockTime())
                .balance(
                    new BalanceChange(type.name(), key, version, deltas, latest, Set.of(), false))
                .build());
    assertThat(commit).isInstanceOf(Commit.Committed.class);
  }
}
