package io.jxc.core.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.error.Violation;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.MovementType;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.ProductStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockMovement;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.tenant.NegativeStock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockServiceTest extends StockTestBase {
  private IssueGoods.Builder issue() {
    return IssueGoods.from("MAIN").reason("samples");
  }

  private AdjustStock.Builder adjust() {
    return AdjustStock.in("MAIN").reason("stocktake");
  }

  @Test
  void a_moving_average_costs_what_goes_out() {
    receive("TEA-1", "10", "6");
    receive("TEA-1", "10", "8");

    assertThat(inventory.stock("TEA-1").averageCost().orElseThrow()).hasToString("7");

    StockDocumentResult sold = inventory.issue(issue().line("TEA-1", "5").build());

    StockMovement movement = inventory.movements(sold.id(), PageRequest.first(10)).items().get(0);
    assertThat(movement.value().orElseThrow()).hasToString("35.00 CNY");
    assertThat(movement.reason()).contains("samples");
    assertThat(value("TEA-1")).isEqualTo("105.00 CNY");
  }

  @Test
  void the_last_unit_takes_the_rest_of_the_value() {
    receive("TEA-1", "3", "0.333333");
    receive("TEA-1", "4", "0.777777");

    for (int i = 0; i < 7; i++) {
      inventory.issue(issue().line("TEA-1", "1").build());
    }

    assertThat(onHand("TEA-1")).isEqualTo("0");
    assertThat(value("TEA-1")).isEqualTo("0.00 CNY");
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void units_are_converted_and_repeated_products_are_summed_before_the_check() {
    receive("TEA-1", "30", "1");

    InsufficientStockException refusal =
        catchThrowableOfType(
            InsufficientStockException.class,
            () -> inventory.issue(issue().line("TEA-1", "2", "BOX").line("TEA-1", "7").build()));

    assertThat(refusal.requested()).hasToString("31");
    assertThat(refusal.available()).hasToString("30");
    assertThat(onHand("TEA-1")).isEqualTo("30");
    inventory.issue(issue().line("TEA-1", "2", "BOX").line("TEA-1", "6").build());
    assertThat(onHand("TEA-1")).isEqualTo("0");
  }

  @Test
  void fifty_buyers_of_five_units_get_five() throws Exception {
    receive("TEA-1", "5", "6");
    CyclicBarrier start = new CyclicBarrier(50);
    ExecutorService buyers = Executors.newFixedThreadPool(50);
    Callable<Boolean> buyer =
        () -> {
          start.await();
          try {
            inventory.issue(issue().line("TEA-1", "1").build());
            return true;
          } catch (InsufficientStockException e) {
            return false;
          }
        };

    int sold = 0;
    for (Future<Boolean> one :
        buyers.invokeAll(IntStream.range(0, 50).mapToObj(i -> buyer).toList())) {
      sold += one.get() ? 1 : 0;
    }
    buyers.shutdown();

    assertThat(sold).isEqualTo(5);
    assertThat(onHand("TEA-1")).isEqualTo("0");
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void an_adjustment_books_what_was_found_before_what_is_missing() {
    StockDocumentResult result =
        inventory.adjust(
            adjust().line("TEA-1", "-2").line("TEA-1", "5", "6.00").line("TEA-2", "1").build());

    assertThat(onHand("TEA-1")).isEqualTo("3");
    assertThat(value("TEA-1")).isEqualTo("18.00 CNY");
    assertThat(value("TEA-2")).isEqualTo("0.01 CNY");
    List<StockMovement> movements = inventory.movements(result.id(), PageRequest.first(10)).items();
    assertThat(movements)
        .extracting(StockMovement::type)
        .containsExactly(MovementType.ADJUST_IN, MovementType.ADJUST_IN, MovementType.ADJUST_OUT);
    assertThat(movements.get(0).from()).isEqualTo(Places.ADJUSTMENT);
    assertThat(movements.get(0).document().line()).isEqualTo(2);
    assertThat(movements.get(2).to()).isEqualTo(Places.ADJUSTMENT);
    assertThat(movements.get(2).quantity()).hasToString("2");
  }

  @Test
  void what_is_found_without_a_cost_comes_in_at_the_average() {
    receive("TEA-1", "2", "6");
    receive("TEA-1", "2", "7");

    inventory.adjust(adjust().line("TEA-1", "4").build());

    assertThat(value("TEA-1")).isEqualTo("52.00 CNY");
  }

  @Test
  void opening_stock_comes_before_the_first_movement() {
    inventory.open(
        OpenStock.of("MAIN").line("TEA-1", "100", "6.00").line("TEA-2", "1", "2").build());
    assertThat(value("TEA-1")).isEqualTo("600.00 CNY");

    InvalidCommandException refusal =
        catchThrowableOfType(
            InvalidCommandException.class,
            () ->
                inventory.open(
                    OpenStock.of("MAIN")
                        .line("TEA-1", "1", "6.00")
                        .line("TEA-3", "1", "6.00")
                        .line("TEA-2", "1", "6.00")
                        .build()));

    assertThat(refusal.violations())
        .extracting(Violation::path)
        .containsExactly("lines[0].sku", "lines[2].sku");
    inventory.open(OpenStock.of("BACK").line("TEA-1", "1", "6.00").build());
    assertThat(inventory.stock("TEA-1").total().onHand()).hasToString("101");
  }

  @Test
  void every_wrong_line_is_named() {
    InvalidCommandException refusal =
        catchThrowableOfType(
            InvalidCommandException.class,
            () ->
                inventory.receive(
                    ReceiveGoods.into("NOWHERE")
                        .line("TEA-1", "1", "1")
                        .line("UNKNOWN", "1", "1")
                        .line("POST", "1", "1")
                        .line("TEA-1", "1", "CASE", "1")
                        .line("TEA-2", "100000000000", "100000000000")
                        .build()));

    assertThat(refusal.violations())
        .extracting(Violation::path)
        .containsExactly(
            "warehouse", "lines[1].sku", "lines[2].sku", "lines[3].unit", "lines[4].unitCost");
  }

  @Test
  void bad_input_is_refused_with_every_violation() {
    InvalidCommandException refusal =
        catchThrowableOfType(
            InvalidCommandException.class,
            () ->
                AdjustStock.in(" ")
                    .line("", "1")
                    .line("A", "0")
                    .line("A", "1234567890123456789")
                    .line("A", "1e-30")
                    .line("A", "-1", "2")
                    .line("x".repeat(65), "1")
                    .build());

    assertThat(refusal.violations())
        .extracting(Violation::path)
        .contains(
            "lines[0].sku",
            "lines[1].quantity",
            "lines[2].quantity",
            "lines[3].quantity",
            "lines[4].unitCost",
            "lines[5].sku",
            "warehouse",
            "reason");
  }

  @Test
  void an_adjustment_without_a_reason_is_refused() {
    assertThatThrownBy(() -> AdjustStock.in("MAIN").line("TEA-1", "1").build())
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.violations()).extracting(Violation::path).containsExactly("reason"));
    assertThatThrownBy(() -> adjust().reason("  ").line("TEA-1", "1").build())
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void a_document_has_at_most_ten_thousand_lines() {
    IssueGoods.Builder many = issue();
    IntStream.range(0, 10_001).forEach(i -> many.line("TEA-1", "1"));

    assertThatThrownBy(many::build).isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void a_request_is_answered_once_and_an_external_id_is_taken_once() {
    ReceiveGoods goods =
        ReceiveGoods.into("MAIN")
            .requestId("r-1")
            .externalId("till-7")
            .line("TEA-1", "1", "6")
            .build();
    StockDocumentResult first = inventory.receive(goods);

    assertThat(inventory.receive(goods)).isEqualTo(first);
    assertThat(onHand("TEA-1")).isEqualTo("1");
    assertThatThrownBy(() -> inventory.issue(issue().requestId("r-1").line("TEA-1", "1").build()))
        .isInstanceOf(RequestIdReusedException.class);
    assertThatThrownBy(
            () -> inventory.issue(issue().externalId("till-7").line("TEA-1", "1").build()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void bulk_commands_are_answered_one_by_one() {
    receive("TEA-1", "1", "6");

    var outcomes =
        inventory.issueAll(
            List.of(
                issue().line("TEA-1", "1").build(),
                issue().line("TEA-1", "1").build(),
                issue().line("TEA-2", "1").build()));

    assertThat(outcomes.get(0).result()).isPresent();
    assertThat(outcomes.get(1).error()).containsInstanceOf(InsufficientStockException.class);
    assertThat(outcomes.get(2).error()).containsInstanceOf(InsufficientStockException.class);
  }

  @Test
  void stock_is_told_per_warehouse_and_in_total() {
    receive("TEA-1", "10", "6");
    inventory.receive(ReceiveGoods.into("BACK").line("TEA-1", "5", "9").build());

    ProductStock stock = inventory.stock("TEA-1");

    assertThat(stock.total().onHand()).hasToString("15");
    assertThat(stock.warehouses())
        .extracting(level -> level.warehouse().orElseThrow() + "=" + level.onHand())
        .containsExactly("BACK=5", "MAIN=10");
    assertThat(stock.value().orElseThrow()).hasToString("105.00 CNY");
    assertThat(inventory.available(List.of("TEA-2", "TEA-1", "NONE")))
        .extracting(StockLevel::sku, level -> level.available().toString())
        .containsExactly(tuple("TEA-2", "0"), tuple("TEA-1", "15"), tuple("NONE", "0"));
    assertThatThrownBy(() -> inventory.stock("NONE")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_list_of_stock_shows_all_goods_page_by_page() {
    receive("TEA-1", "10", "6");
    inventory.receive(ReceiveGoods.into("BACK").line("TEA-3", "5", "9").build());

    Page<StockItem> first = inventory.list(StockQuery.all(), PageRequest.first(2));
    assertThat(first.next()).isPresent();
    assertThat(names(StockQuery.all())).containsExactly("TEA-1", "TEA-2", "TEA-3");
    assertThat(names(StockQuery.all().inStock())).containsExactly("TEA-1", "TEA-3");
    assertThat(names(StockQuery.all().warehouse("BACK").inStock())).containsExactly("TEA-3");
  }

  private List<String> names(StockQuery query) {
    return Pages.stream(page -> inventory.list(query, page)).map(StockItem::sku).toList();
  }

  @Test
  void costs_are_shown_to_those_who_may_see_them() {
    receive("TEA-1", "10", "6");
    InventoryService clerk = shop.hireWith("clerk", Grant.all(Permissions.STOCK_VIEW)).inventory();

    assertThat(clerk.stock("TEA-1").value()).isEmpty();
    assertThat(clerk.stock("TEA-1").averageCost()).isEmpty();
    assertThat(clerk.list(StockQuery.all(), PageRequest.first(10)).items())
        .allSatisfy(item -> assertThat(item.value()).isEmpty());
    assertThat(clerk.movementTotals(MovementTotalsQuery.all()))
        .allSatisfy(total -> assertThat(total.value()).isEmpty());
  }

  @Test
  void a_closed_warehouse_moves_nothing_until_it_is_opened() {
    receive("TEA-1", "10", "6");
    Warehouse main = inventory.warehouse("MAIN");
    inventory.updateWarehouse(UpdateWarehouse.of(main).active(false).name("Old").build());

    assertThatThrownBy(() -> inventory.issue(issue().line("TEA-1", "1").build()))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(
            () -> inventory.updateWarehouse(UpdateWarehouse.of(main).active(true).build()))
        .isInstanceOf(StaleVersionException.class);
    Warehouse closed = inventory.warehouse("MAIN");
    assertThat(closed.name()).isEqualTo("Old");
    inventory.updateWarehouse(UpdateWarehouse.of(closed).active(true).build());
    inventory.issue(issue().line("TEA-1", "1").build());
  }

  @Test
  void goods_issued_below_zero_are_costed_again_by_what_comes_in() {
    inventory.updateWarehouse(
        UpdateWarehouse.of(inventory.warehouse("MAIN")).negativeStock(NegativeStock.ALLOW).build());
    receive("TEA-1", "5", "6");
    inventory.issue(issue().line("TEA-1", "8").build());
    assertThat(onHand("TEA-1")).isEqualTo("-3");
    assertThat(value("TEA-1")).isEqualTo("-18.00 CNY");

    receive("TEA-1", "3", "8");

    assertThat(onHand("TEA-1")).isEqualTo("0");
    assertThat(value("TEA-1")).isEqualTo("0.00 CNY");
    receive("TEA-1", "4", "8");
    assertThat(value("TEA-1")).isEqualTo("32.00 CNY");
    assertThat(inventory.movementTotals(MovementTotalsQuery.all().sku("TEA-1")))
        .filteredOn(total -> total.type() == MovementType.ADJUST_OUT)
        .singleElement()
        .satisfies(
            total -> {
              assertThat(total.quantity()).hasToString("0");
              assertThat(total.value().orElseThrow()).hasToString("6.00 CNY");
            });
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void ten_thousand_lines_are_one_command() {
    ReceiveGoods.Builder goods = ReceiveGoods.into("MAIN");
    IntStream.range(0, 10_000).forEach(i -> goods.line("TEA-" + (i % 3 + 1), "1", "6"));
    inventory.receive(goods.build());
    IssueGoods.Builder out = issue();
    IntStream.range(0, 9_999).forEach(i -> out.line("TEA-" + (i % 3 + 1), "1"));
    inventory.issue(out.build());

    assertThat(Stream.of("TEA-1", "TEA-2", "TEA-3").map(this::onHand))
        .containsExactly("1", "0", "0");
    assertThat(inventory.verify().movements()).isEqualTo(19_999);
  }
}
