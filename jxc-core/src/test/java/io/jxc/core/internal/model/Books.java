package io.jxc.core.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Cursor;
import io.jxc.api.JxcSession;
import io.jxc.api.Pages;
import io.jxc.api.Quantity;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.inventory.ClaimStatus;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockClaim;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.purchase.PurchaseQuery;
import io.jxc.api.sales.OpenLineQuery;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesReturnQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads everything that a run has left, and checks what must hold in every state. */
final class Books {
  private static final Quantity ZERO = Quantity.ZERO;

  private final Trade trade;
  private final JxcSession root;

  Books(Trade trade) {
    this.trade = trade;
    this.root = trade.root;
  }

  /** Requires the invariants of stock, claims, order lines and the log (I1, I2, I9, I18, I24). */
  void check(String when) {
    assertThat(root.inventory().verify().differences()).as(when).isEmpty();
    assertThat(root.audit().verify().firstBad()).as(when).isEmpty();
    List<StockClaim> active = activeClaims();
    for (String sku : skus()) {
      for (String warehouse : Trade.WAREHOUSES) {
        StockLevel level = root.inventory().available(List.of(sku), warehouse).get(0);
        String what = when + ": " + level;
        assertThat(level.onHand()).as(what).isGreaterThanOrEqualTo(ZERO);
        assertThat(level.available()).as(what).isGreaterThanOrEqualTo(ZERO);
        assertThat(level.reserved()).as(what).isEqualTo(claimed(active, sku, warehouse));
        assertThat(level.available()).as(what).isEqualTo(level.onHand().minus(level.reserved()));
      }
    }
    trade.orders.forEach(order -> check(when, root.sales().get(order.id())));
    List<Long> sequences = events().stream().map(JxcEvent::sequence).toList();
    assertThat(sequences).as(when).isSorted().doesNotHaveDuplicates();
  }

  private static void check(String when, SalesOrder order) {
    for (SalesOrderLine line : order.lines()) {
      SalesOrderLine.Progress progress = line.progress();
      String what = when + ": " + line;
      assertThat(progress.returned()).as(what).isBetween(ZERO, progress.shipped());
      assertThat(progress.shipped()).as(what).isBetween(ZERO, line.baseQuantity());
      assertThat(progress.open())
          .as(what)
          .isBetween(ZERO, line.baseQuantity().minus(progress.shipped()));
    }
  }

  private List<StockClaim> activeClaims() {
    Stream<String> owners =
        Stream.concat(
            trade.owners.stream().distinct(),
            trade.orders.stream().map(order -> "sales_order:" + order.id()));
    return owners
        .flatMap(owner -> Pages.stream(page -> root.inventory().claims(owner, page)))
        .filter(claim -> claim.status() == ClaimStatus.ACTIVE)
        .toList();
  }

  private static Quantity claimed(List<StockClaim> active, String sku, String warehouse) {
    return active.stream()
        .filter(claim -> claim.warehouse().equals(warehouse))
        .flatMap(claim -> claim.lines().stream())
        .filter(line -> line.sku().equals(sku))
        .map(StockClaim.Line::open)
        .reduce(ZERO, Quantity::plus);
  }

  private List<String> skus() {
    return Pages.stream(page -> root.catalog().list(ProductQuery.all(), page))
        .map(product -> product.sku())
        .filter(sku -> !sku.equals("POST"))
        .toList();
  }

  private List<JxcEvent> events() {
    List<JxcEvent> events = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    FeedPage page;
    do {
      page = root.feed().read(after, 500);
      events.addAll(page.events());
      after = Optional.of(page.next());
    } while (page.more());
    return events;
  }

  /** Writes down everything that can be read, hashes of the log among it. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    add(all, "anchor", Stream.of(root.audit().anchor()));
    add(all, "event", events().stream());
    add(all, "product", Pages.stream(p -> root.catalog().list(ProductQuery.all(), p)));
    add(all, "stock", Pages.stream(p -> root.inventory().list(StockQuery.all(), p)));
    for (String sku : skus()) {
      add(all, "value", Stream.of(root.inventory().stock(sku)));
      add(all, "card", Pages.stream(p -> root.inventory().card(StockCardQuery.of(sku), p)));
    }
    trade.owners.stream()
        .distinct()
        .sorted()
        .forEach(owner -> add(all, "claim", Pages.stream(p -> root.inventory().claims(owner, p))));
    add(all, "moved", root.inventory().movementTotals(MovementTotalsQuery.all()).stream());
    trade.orders.forEach(order -> add(all, "order", Stream.of(root.sales().get(order.id()))));
    add(all, "orders", Pages.stream(p -> root.sales().list(SalesOrderQuery.all(), p)));
    add(all, "open", Pages.stream(p -> root.sales().openLines(OpenLineQuery.all(), p)));
    add(all, "return", Pages.stream(p -> root.sales().listReturns(SalesReturnQuery.all(), p)));
    add(all, "sale", Pages.stream(p -> root.sales().saleLines(SaleLineQuery.all(), p)));
    add(all, "figures", Stream.of(root.sales().figures(SaleLineQuery.all())));
    add(all, "purchase", Pages.stream(p -> root.purchase().list(PurchaseQuery.all(), p)));
    add(all, "audit", Pages.stream(p -> root.audit().search(AuditQuery.all(), p)));
    return all;
  }

  private static void add(List<String> all, String kind, Stream<?> items) {
    items.forEach(item -> all.add(kind + " " + item));
  }
}
