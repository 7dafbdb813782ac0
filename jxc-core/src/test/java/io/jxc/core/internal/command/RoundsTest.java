package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.JxcMetrics;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often the deepest commands read on a node that knows nothing, while holds that have ended
 * stand in their way. More than {@link Batch#MAX_ROUNDS} times, and they would be refused.
 */
class RoundsTest {
  private final MemoryStore store = MemoryStore.create();
  private final Shop shop = Shop.open(ForwardingStore.outlasting(store), options -> options);
  private final JxcSession root = shop.root();
  private final BlockingQueue<Integer> decisions = new LinkedBlockingQueue<>();

  @BeforeEach
  void trade() {
    for (String code : new String[] {"MAIN", "EAST"}) {
      root.inventory().createWarehouse(CreateWarehouse.of(code).build());
    }
    for (String sku : new String[] {"TEA", "COFFEE", "COCOA"}) {
      root.catalog().create(CreateProduct.goods(sku).listPrice("10").build());
      root.inventory().receive(ReceiveGoods.into("MAIN").line(sku, "100", "6").build());
    }
    root.partners().create(CreatePartner.customer("C-1").build());
    // a role of the tenant's own is one more thing to read
    shop.hireWith("ann", Permissions.all().stream().map(Grant::all).toArray(Grant[]::new));
  }

  @AfterEach
  void close() {
    shop.close();
    store.close();
  }

  /** Lets somebody hold nearly all there is, and the time of it run out. */
  private void holdsInTheWay() {
    for (String other : new String[] {"COFFEE", "COCOA"}) {
      root.inventory()
          .claim(
              ClaimStock.in("MAIN")
                  .owner("basket:" + other)
                  .line("TEA", "5")
                  .line(other, "5")
                  .holdFor(Duration.ofMinutes(1))
                  .build());
    }
    var tea = root.inventory().available(List.of("TEA"), "MAIN").get(0).available();
    root.inventory()
        .claim(
            ClaimStock.in("MAIN")
                .owner("basket:all")
                .line("TEA", tea.toString())
                .holdFor(Duration.ofMinutes(1))
                .build());
    shop.clock.advance(Duration.ofMinutes(2));
  }

  /** Runs a command on a node of its own, and requires how often it fetches. */
  private void requireFetches(int most, Consumer<JxcSession> command) {
    JxcMetrics metrics =
        new JxcMetrics() {
          @Override
          public void batch(JxcMetrics.Batch batch) {
            decisions.add(batch.rounds());
          }
        };
    holdsInTheWay();
    try (Jxc fresh =
        Jxc.builder()
            .store(ForwardingStore.outlasting(store))
            .clock(shop.clock)
            .metrics(metrics)
            .build()) {
      command.accept(fresh.as(Actor.of("acme", "ann")));
      Integer decided = decisions.poll(30, TimeUnit.SECONDS);
      assertThat(decided).isNotNull();
      assertThat(decided - 1).isEqualTo(most).isLessThanOrEqualTo(Batch.MAX_ROUNDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private OrderResult draft() {
    return root.sales()
        .draft(DraftOrder.forCustomer("C-1").line("TEA", "3").line("COFFEE", "1").build());
  }

  private OrderResult placed() {
    return root.sales()
        .place(PlaceOrder.forCustomer("C-1").line("TEA", "3").line("COFFEE", "1").build());
  }

  private void settings(UnaryOperator<TenantSettings> change) {
    var now = root.tenant().settings();
    root.tenant().update(UpdateSettings.of(now).settings(change.apply(now.settings())).build());
  }

  @Test
  void stock() {
    requireFetches(
        6,
        node ->
            node.inventory().issue(IssueGoods.from("MAIN").reason("x").line("TEA", "3").build()));
    requireFetches(
        6,
        node -> node.inventory().claim(ClaimStock.in("MAIN").owner("o").line("TEA", "3").build()));
    requireFetches(
        6,
        node ->
            node.inventory().adjust(AdjustStock.in("MAIN").reason("x").line("TEA", "-3").build()));
  }

  @Test
  void orders() {
    requireFetches(
        6,
        node ->
            node.sales()
                .place(PlaceOrder.forCustomer("C-1").line("TEA", "3").externalId("e-1").build()));
    requireFetches(
        6,
        node ->
            node.sales()
                .quickSale(
                    QuickSale.forCustomer("C-1").line("TEA", "3").externalId("e-2").build()));
    OrderResult draft = draft();
    requireFetches(7, node -> node.sales().submit(SubmitOrder.of(draft.id()).build()));
    OrderResult tooMuch =
        root.sales().draft(DraftOrder.forCustomer("C-1").line("TEA", "1000").build());
    requireFetches(
        8,
        node ->
            assertThatThrownBy(() -> node.sales().submit(SubmitOrder.of(tooMuch.id()).build()))
                .isInstanceOf(InsufficientStockException.class));
    OrderResult again = draft();
    requireFetches(
        4,
        node ->
            node.sales()
                .update(
                    UpdateOrder.of(again.id(), again.version(), "C-1").line("TEA", "4").build()));
    OrderResult order = placed();
    requireFetches(
        4, node -> node.sales().ship(ShipOrder.allOf(order.id()).externalId("e-3").build()));
    requireFetches(
        6,
        node -> node.sales().returnShipped(ReturnShipped.of(order.id(), "x").line(1, "1").build()));
    OrderResult given = placed();
    requireFetches(5, node -> node.sales().cancel(CancelOrder.of(given.id(), "x").build()));
    settings(settings -> settings.withAutoConfirm(false));
    OrderResult approved = placed();
    requireFetches(7, node -> node.sales().confirm(ConfirmOrder.of(approved.id()).build()));
  }

  @Test
  void approvals() {
    root.approvals()
        .defineFlow(
            DefineApprovalFlow.of(ApprovableTypes.SALES_ORDER)
                .step("role-of-ann", Money.of("1", "CNY"))
                .build());
    OrderResult order = placed();
    requireFetches(
        8,
        node ->
            node.approvals()
                .approve(Approve.of(ApprovalRef.of(ApprovableTypes.SALES_ORDER, order.id()))));
    OrderResult other = placed();
    requireFetches(
        4,
        node ->
            node.approvals()
                .reject(Reject.of(ApprovalRef.of(ApprovableTypes.SALES_ORDER, other.id()), "x")));
  }
}
