package io.jxc.core.internal.model;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.spi.store.JxcStore;
import java.time.Duration;

/** Sends public commands at random: what is sent, when and under which ids, a seed determines. */
final class Trade extends StockTrade {
  Trade(JxcStore store, long seed) {
    super(store, seed);
  }

  /** Sends one command and lets some time pass. */
  void step() {
    switch (random.nextInt(23)) {
      case 0 -> product();
      case 1, 2, 3, 4 -> receive();
      case 5 -> issue();
      case 6 -> adjust();
      case 7, 8, 9 -> place();
      case 10, 11, 12 -> ship();
      case 13 -> returnShipped();
      case 14 -> returnGoods();
      case 15 -> purchase();
      case 16 -> receivePurchase();
      case 17, 18 -> claim();
      case 19 -> changeClaim();
      case 20 -> issueMany();
      case 21 -> cancel();
      default -> misuse();
    }
    clock.advance(Duration.ofMillis(random.nextInt(90_000)));
  }

  private void place() {
    String request = request();
    PlaceOrder.Builder order =
        PlaceOrder.forCustomer(random.nextInt(15) == 0 ? "C-404" : "C-1")
            .requestId(request)
            .warehouse(warehouse());
    for (int lines = random.nextInt(3); lines >= 0; lines--) {
      OrderLine.Builder line = OrderLine.of(sku(), quantity(8));
      if (random.nextInt(4) > 0) {
        line.price(price());
      }
      if (random.nextInt(5) == 0) {
        line.unit("BOX");
      }
      order.line(line);
    }
    if (random.nextInt(4) == 0) {
      order.discount(Discount.percent(Integer.toString(random.nextInt(30) + 1)));
    }
    if (random.nextInt(6) == 0) {
      QuickSale quick = quick(request);
      send("quickSale", request, () -> root.sales().quickSale(quick)).ifPresent(orders::add);
    } else {
      PlaceOrder command = order.build();
      send("place", request, () -> root.sales().place(command)).ifPresent(orders::add);
    }
  }

  private QuickSale quick(String request) {
    return QuickSale.forCustomer("C-1")
        .requestId(request)
        .warehouse(warehouse())
        .line(sku(), quantity(3), price())
        .build();
  }

  private void ship() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              boolean all = random.nextBoolean();
              ShipOrder command =
                  all
                      ? ShipOrder.allOf(order.id()).requestId(request).build()
                      : ShipOrder.of(order.id())
                          .requestId(request)
                          .line(1 + random.nextInt(5) / 3, quantity(4))
                          .build();
              send("ship", request, () -> root.sales().ship(command));
            });
  }

  private void cancel() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              CancelOrder.Builder cancel =
                  CancelOrder.of(order.id(), "changed my mind").requestId(request);
              CancelOrder command =
                  (random.nextInt(4) == 0 ? cancel.expectedVersion(order.version()) : cancel)
                      .build();
              send("cancel", request, () -> root.sales().cancel(command));
            });
  }

  private void returnShipped() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              ReturnShipped command =
                  ReturnShipped.of(order.id(), "defect")
                      .requestId(request)
                      .line(1 + random.nextInt(5) / 3, quantity(3))
                      .build();
              send("returnShipped", request, () -> root.sales().returnShipped(command));
            });
  }

  private void returnGoods() {
    String request = request();
    ReturnGoods command =
        ReturnGoods.from("C-1", "defect")
            .requestId(request)
            .warehouse(warehouse())
            .line(sku(), quantity(2), price())
            .build();
    send("returnGoods", request, () -> root.sales().returnGoods(command));
  }

  private void purchase() {
    String request = request();
    EnterPurchaseOrder command =
        EnterPurchaseOrder.from("S-1")
            .into(warehouse())
            .requestId(request)
            .line(sku(), quantity(40), price())
            .line(sku(), quantity(40), price())
            .build();
    send("purchase", request, () -> root.purchase().place(command)).ifPresent(purchases::add);
  }

  private void receivePurchase() {
    recent(purchases)
        .ifPresent(
            order -> {
              String id = order.orderId();
              String request = request();
              switch (random.nextInt(5)) {
                case 0 -> {
                  CancelPurchaseOrder command =
                      CancelPurchaseOrder.of(id, order.version()).requestId(request);
                  send("cancelPurchase", request, () -> root.purchase().cancel(command));
                }
                case 1 -> {
                  ClosePurchaseOrder command =
                      ClosePurchaseOrder.of(id, order.version()).requestId(request);
                  send("closePurchase", request, () -> root.purchase().close(command));
                }
                case 2 -> {
                  ReceivePurchaseOrder command =
                      ReceivePurchaseOrder.allOf(id).requestId(request).build();
                  send("receiveAll", request, () -> root.purchase().receive(command));
                }
                default -> {
                  ReceivePurchaseOrder command =
                      ReceivePurchaseOrder.of(id)
                          .requestId(request)
                          .line(1 + random.nextInt(2), quantity(20))
                          .build();
                  send("receivePurchase", request, () -> root.purchase().receive(command));
                }
              }
            });
  }

  /** Repeats what was done, uses its id for something else, and comes from where it must not. */
  private void misuse() {
    any(done)
        .ifPresent(
            earlier -> {
              String again = earlier.again().get().toString();
              if (!again.equals(earlier.answer())) {
                throw new AssertionError(
                    earlier.requestId() + " said " + earlier.answer() + ", then " + again);
              }
              IssueGoods reused =
                  IssueGoods.from("MAIN")
                      .requestId(earlier.requestId())
                      .reason("something else")
                      .line("TEA-0", "1")
                      .build();
              send("reuse", earlier.requestId(), () -> root.inventory().issue(reused));
            });
    IssueGoods command = issueOf(request());
    JxcSession nobody = jxc.as(Actor.of("acme", "nobody"));
    send("denied", command.requestId(), () -> nobody.inventory().issue(command));
    JxcSession other = jxc.as(Actor.of("other", "root"));
    send("other", command.requestId(), () -> other.inventory().issue(command));
    any(orders)
        .ifPresent(order -> send("foreign", order.id(), () -> other.sales().get(order.id())));
  }
}
