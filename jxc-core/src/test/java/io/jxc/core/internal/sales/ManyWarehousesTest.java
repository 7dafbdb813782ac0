package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order may draw on any number of warehouses: what it reads does not grow in rounds. */
class ManyWarehousesTest {
  private static final int WAREHOUSES = 12;

  private final MovingClock clock = new MovingClock(Shop.OPENING);
  private final JxcStore store = MemoryStore.create();
  private Jxc first = node();

  private Jxc node() {
    return Jxc.builder().store(ForwardingStore.outlasting(store)).clock(clock).build();
  }

  /** A node that has read nothing yet. */
  private JxcSession fresh() {
    first.close();
    first = node();
    return first.as(Actor.of("acme", "root"));
  }

  @BeforeEach
  void open() {
    first.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
    JxcSession root = fresh();
    SalesShop.stock(root);
    for (int i = 0; i < WAREHOUSES; i++) {
      root.inventory().createWarehouse(CreateWarehouse.of("W-" + i).build());
      root.inventory().receive(ReceiveGoods.into("W-" + i).line("TEA-01", "5", "6").build());
    }
  }

  @AfterEach
  void close() {
    first.close();
    store.close();
  }

  private OrderResult place() {
    PlaceOrder.Builder order = PlaceOrder.forCustomer("C-1");
    for (int i = 0; i < WAREHOUSES; i++) {
      order.line(OrderLine.of("TEA-01", "4").warehouse("W-" + i));
    }
    return fresh().sales().place(order.build());
  }

  @Test
  void anOrderFromManyWarehousesIsPlacedShippedAndTakenBack() {
    OrderResult order = place();
    fresh().sales().ship(ShipOrder.allOf(order.id()).build());

    assertThat(fresh().sales().get(order.id()).status()).isEqualTo(SalesStatus.COMPLETED);
    ReturnShipped.Builder back = ReturnShipped.of(order.id(), "defect");
    for (int line = 1; line <= WAREHOUSES; line++) {
      back.line(line, "1");
    }
    fresh().sales().returnShipped(back.build());
    assertThat(fresh().inventory().verify().ok()).isTrue();
  }

  @Test
  void anOrderFromManyWarehousesIsCancelled() {
    OrderResult order = place();

    fresh().sales().cancel(CancelOrder.of(order.id(), "changed my mind").build());

    assertThat(fresh().sales().get(order.id()).status()).isEqualTo(SalesStatus.CANCELLED);
    assertThat(fresh().inventory().verify().ok()).isTrue();
  }

  @Test
  void holdsThatHaveEndedGiveWayInAllWarehouses() {
    JxcSession root = fresh();
    for (int i = 0; i < WAREHOUSES; i++) {
      root.inventory()
          .claim(
              ClaimStock.in("W-" + i)
                  .owner("cart-" + i)
                  .holdFor(Duration.ofMinutes(1))
                  .line("TEA-01", "5")
                  .build());
    }
    clock.advance(Duration.ofMinutes(2));

    OrderResult order = place();

    assertThat(order.status()).isEqualTo(SalesStatus.CONFIRMED);
    fresh().sales().ship(ShipOrder.allOf(order.id()).build());
    assertThat(fresh().inventory().verify().ok()).isTrue();
  }
}
