package io.jxc.examples.demo;

import io.jxc.api.Cursor;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.ChainReport;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.inventory.StockCardLine;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.inventory.StockVerification;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesFigures;
import io.jxc.examples.Expect;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the day from the books: nothing here was counted while it happened. */
final class DayReport {
  private static final int LAST_ENTRIES = 16;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final JxcSession root;
  private final JxcSession meg;
  private final PrintWriter out;

  DayReport(Staff staff, PrintWriter out) {
    this.root = staff.root();
    this.meg = staff.meg();
    this.out = out;
  }

  void print(Diary diary, Cursor opened) {
    out.println("A shop lives one trading day on an embedded database in a temporary folder.");
    out.println("bob buys, meg approves, wei keeps the goods, ann sells.");
    diary.table().print(out, "WHAT HAPPENED");
    events(opened);
    stock();
    stockCard("CUP-01");
    margin();
    auditTrail();
    proof();
  }

  private void events(Cursor opened) {
    FeedPage page = root.feed().read(Optional.of(opened), 1_000);
    Table table = new Table("sequence", "who", "event", "about");
    for (JxcEvent event : page.events()) {
      table.row(
          event.sequence(), event.header().actor(), EventText.type(event), EventText.about(event));
    }
    table.print(out, "EVENTS, as any other system would hear of them");
  }

  private void stock() {
    Table table =
        new Table("sku", "name", "on hand", "reserved", "available", "unit cost", "value CNY");
    Page<StockItem> page = meg.inventory().list(StockQuery.all(), PageRequest.first(100));
    Money total = Money.zero("CNY");
    for (StockItem item : page.items()) {
      Money value = item.value().orElseThrow();
      total = total.plus(value);
      table.row(
          item.sku(),
          item.name().orElse(""),
          item.level().onHand(),
          item.level().reserved(),
          item.level().available(),
          item.averageCost().map(Object::toString).orElse(""),
          cents(value));
    }
    table.row("total", "", "", "", "", "", cents(total));
    table.print(out, "STOCK at closing time, seen by the manager; who sells sees no costs");
  }

  private void stockCard(String sku) {
    Table table = new Table("sequence", "movement", "who", "change", "balance", "value", "reason");
    Pages.stream(page -> meg.inventory().card(StockCardQuery.of(sku), page))
        .forEach(line -> card(table, line));
    table.print(out, "STOCK CARD of " + sku);
  }

  private static void card(Table table, StockCardLine line) {
    table.row(
        line.movement().sequence(),
        line.movement().type(),
        line.movement().actor(),
        line.change(),
        line.balance(),
        line.balanceValue().map(DayReport::cents).orElse(""),
        line.movement().reason().orElse(""));
  }

  private void margin() {
    Table table = new Table("order", "sku", "kind", "quantity", "net", "cost", "margin", "percent");
    Pages.stream(page -> meg.sales().saleLines(SaleLineQuery.all(), page))
        .forEach(line -> margin(table, line));
    SalesFigures figures = meg.sales().figures(SaleLineQuery.all());
    Money net = figures.sales().net().minus(figures.returns().net());
    Money cost = figures.sales().cost().orElseThrow().minus(figures.returns().cost().orElseThrow());
    total(table, net, cost);
    table.print(out, "GROSS MARGIN, line by line, in CNY without tax");
  }

  private void margin(Table table, SaleLine line) {
    Money margin = line.margin().orElseThrow();
    table.row(
        line.source().orderId().map(id -> meg.sales().get(id).number()).orElse(""),
        line.sku(),
        line.kind(),
        line.quantity(),
        cents(line.net()),
        cents(line.net().minus(margin)),
        cents(margin),
        percent(margin, line.net()));
  }

  private static void total(Table table, Money net, Money cost) {
    Money margin = net.minus(cost);
    table.row("total", "", "", "", cents(net), cents(cost), cents(margin), percent(margin, net));
  }

  private void auditTrail() {
    Page<AuditRecord> last = root.audit().search(AuditQuery.all(), PageRequest.first(LAST_ENTRIES));
    Table table = new Table("time", "who", "action", "outcome", "objects");
    for (AuditRecord entry : last.items()) {
      String objects =
          entry.objects().stream()
              .map(object -> object.ref().type() + " " + object.kind())
              .distinct()
              .collect(Collectors.joining(", "));
      table.row(
          clock(entry.at()),
          entry.actor(),
          entry.action(),
          entry.code().map(code -> entry.outcome() + " " + code).orElse(entry.outcome().name()),
          objects);
    }
    Expect.that(
        last.items().stream().anyMatch(entry -> entry.outcome() == AuditOutcome.REFUSED),
        "refusals stand in the audit log");
    table.print(out, "AUDIT TRAIL, the last " + LAST_ENTRIES + " entries, newest first");
  }

  private void proof() {
    ChainReport chain = root.audit().verify();
    Expect.that(chain.ok(), "the chain of blocks is whole: " + chain);
    StockVerification stock = root.inventory().verify();
    Expect.that(stock.ok(), "balances are the sums of movements: " + stock);
    out.println();
    out.printf(
        "Chain verified: %d blocks, %d entries, %d documents.%n",
        chain.blocks(), chain.entries(), chain.documents());
    out.printf("Stock verified: %d movements, %d balances.%n", stock.movements(), stock.balances());
    out.println();
    out.println("Each idea by itself: give E01 or another as the argument; --help lists them.");
  }

  private static String clock(Instant at) {
    return CLOCK.format(at);
  }

  private static String cents(Money money) {
    return money.rounded().amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(Money part, Money whole) {
    return part.amount()
            .multiply(BigDecimal.valueOf(100))
            .divide(whole.amount(), 1, RoundingMode.HALF_UP)
        + "%";
  }
}
