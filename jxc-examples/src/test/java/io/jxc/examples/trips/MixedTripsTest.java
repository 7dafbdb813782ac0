package io.jxc.examples.trips;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a batch of all sorts goes to the server while it holds its tenant's lock. */
class MixedTripsTest {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:INSERT(?: IGNORE)? INTO|UPDATE|DELETE FROM) (jxc_[a-z_]+)");

  private final TwoNodes nodes = new TwoNodes();
  private final Map<Thread, Throwable> failed = new ConcurrentHashMap<>();

  @BeforeEach
  void trade() {
    JxcSession root = nodes.elsewhere;
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    for (String sku : List.of("TEA", "COFFEE", "COCOA")) {
      root.catalog().create(CreateProduct.goods(sku).listPrice("10").build());
      root.inventory().receive(ReceiveGoods.into("MAIN").line(sku, "900", "6").build());
    }
    root.partners().create(CreatePartner.customer("C-1").build());
    root.partners().create(CreatePartner.supplier("S-1").build());
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  @Timeout(120)
  void aBatchOfAllSortsNeedsNoMoreThanItsTablesAllow() {
    List<Thread> others = callers();
    nodes.atLock(
        () -> {
          others.forEach(Thread::start);
          others.forEach(MixedTripsTest::awaitInLane);
        });

    List<String> executed =
        nodes.underLock(
            s -> s.inventory().claim(ClaimStock.in("MAIN").owner("o").line("TEA", "1").build()));

    others.forEach(MixedTripsTest::join);
    assertThat(failed).isEmpty();
    assertThat(nodes.since()).as("what the first one has not taken along").isEmpty();
    Set<String> tables = tables(executed);
    assertThat(tables).as("a batch of all sorts").hasSizeGreaterThan(12);
    assertThat(executed).hasSizeLessThanOrEqualTo(4 + 2 * tables.size());
  }

  /** Callers of everything that trade is made of; the first one takes them along. */
  private List<Thread> callers() {
    JxcSession root = nodes.elsewhere;
    OrderResult placed = root.sales().place(sold());
    OrderResult shipped = root.sales().place(sold());
    root.sales().ship(ShipOrder.allOf(shipped.id()).build());
    PurchaseOrderResult ordered = root.purchase().place(bought());
    List<Consumer<JxcSession>> work =
        List.of(
            s -> s.catalog().create(CreateProduct.goods("MILK").unit("BOX", 12, "4711").build()),
            s -> s.partners().create(CreatePartner.customer("C-2").build()),
            s -> s.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "5", "6").build()),
            s -> s.inventory().issue(IssueGoods.from("MAIN").reason("x").line("TEA", "5").build()),
            s ->
                s.inventory()
                    .adjust(AdjustStock.in("MAIN").reason("x").line("COCOA", "-1").build()),
            s -> s.sales().place(sold()),
            s -> s.sales().ship(ShipOrder.of(placed.id()).line(1, "3").build()),
            s -> s.sales().returnShipped(ReturnShipped.of(shipped.id(), "x").line(1, "1").build()),
            s -> s.sales().returnGoods(ReturnGoods.from("C-1", "x").line("TEA", "1", "10").build()),
            s -> s.sales().quickSale(QuickSale.forCustomer("C-1").line("COFFEE", "1").build()),
            s -> s.purchase().place(bought()),
            s ->
                s.purchase()
                    .receive(ReceivePurchaseOrder.of(ordered.orderId()).line(1, "5").build()));
    List<Thread> callers = new ArrayList<>();
    for (Consumer<JxcSession> one : work) {
      Thread caller = new Thread(() -> one.accept(nodes.here));
      caller.setUncaughtExceptionHandler(failed::put);
      callers.add(caller);
    }
    return callers;
  }

  private static PlaceOrder sold() {
    return PlaceOrder.forCustomer("C-1").line("TEA", "3").line("COFFEE", "1").build();
  }

  private static EnterPurchaseOrder bought() {
    return EnterPurchaseOrder.from("S-1").into("MAIN").line("COCOA", "5", "6").build();
  }

  private static Set<String> tables(List<String> executed) {
    Set<String> tables = new TreeSet<>();
    for (String text : executed) {
      Matcher written = WRITTEN.matcher(text);
      while (written.find()) {
        tables.add(written.group(1));
      }
    }
    return tables;
  }

  /** Waits until a caller waits in the lane of its tenant. */
  private static void awaitInLane(Thread caller) {
    Object waitsFor = null;
    while (waitsFor == null || !waitsFor.getClass().getSimpleName().equals("Lane")) {
      LockSupport.parkNanos(100_000);
      waitsFor = LockSupport.getBlocker(caller);
    }
  }

  private static void join(Thread caller) {
    try {
      caller.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
