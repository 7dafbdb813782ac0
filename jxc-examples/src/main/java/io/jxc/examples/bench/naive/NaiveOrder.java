package io.jxc.examples.bench.naive;

import io.jxc.api.RequestIds;
import io.jxc.examples.bench.naive.NaiveDocuments.Amount;
import io.jxc.examples.bench.naive.NaiveDocuments.Amounts;
import io.jxc.examples.bench.naive.NaiveDocuments.Answer;
import io.jxc.examples.bench.naive.NaiveDocuments.Audit;
import io.jxc.examples.bench.naive.NaiveDocuments.Claim;
import io.jxc.examples.bench.naive.NaiveDocuments.ClaimAnswer;
import io.jxc.examples.bench.naive.NaiveDocuments.ClaimRef;
import io.jxc.examples.bench.naive.NaiveDocuments.Entry;
import io.jxc.examples.bench.naive.NaiveDocuments.Field;
import io.jxc.examples.bench.naive.NaiveDocuments.Item;
import io.jxc.examples.bench.naive.NaiveDocuments.Line;
import io.jxc.examples.bench.naive.NaiveDocuments.Order;
import io.jxc.examples.bench.naive.NaiveDocuments.OrderAnswer;
import io.jxc.examples.bench.naive.NaiveDocuments.OrderChanged;
import io.jxc.examples.bench.naive.NaiveDocuments.Ratio;
import io.jxc.examples.bench.naive.NaiveDocuments.Shipped;
import io.jxc.examples.bench.naive.NaiveDocuments.TaxRate;
import io.jxc.examples.bench.naive.NaiveDocuments.Terms;
import io.jxc.examples.bench.naive.NaiveDocuments.Totals;
import io.jxc.examples.bench.naive.NaiveDocuments.Touched;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An order with everything that belongs to it, made before the transaction begins.
 *
 * @param request the request it answers
 * @param head the order
 * @param lines its lines
 * @param claim the claim on its goods
 * @param total what it comes to
 */
record NaiveOrder(String request, Order head, List<Line> lines, Claim claim, BigDecimal total) {
  /** Journal entries of an order: two events, an audit entry, a mark for each object. */
  static final int ENTRIES = 5;

  /** Journal entries of a claim: an event, an audit entry, a mark. */
  static final int CLAIM_ENTRIES = 3;

  private static final BigDecimal PRICE = new BigDecimal("9.90");
  private static final String CUSTOMER = "C-1";
  private static final String CURRENCY = "CNY";

  /**
   * Who entered something and when.
   *
   * @param user who
   * @param at when
   */
  record Entered(String user, Instant at) {}

  static NaiveOrder of(
      String request,
      String number,
      List<String> skus,
      UnaryOperator<String> names,
      Entered entered) {
    String id = RequestIds.next();
    String day = LocalDate.ofInstant(entered.at(), ZoneOffset.UTC).toString();
    Claim claim =
        NaiveDocuments.claim(
            RequestIds.next(), "sales_order:" + id, skus, entered.user(), entered.at());
    List<Line> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (String sku : skus) {
      lines.add(line(lines.size() + 1, sku, names.apply(sku), day));
      total = total.add(PRICE);
    }
    String sum = total.toPlainString();
    Order head =
        new Order(
            id,
            number,
            "CONFIRMED",
            CUSTOMER,
            "Corner shop",
            new Terms(day, day, "TAX_INCLUSIVE", NaiveShop.WAREHOUSE),
            new Totals(CURRENCY, sum, "0", sum, "0", "0.00", sum),
            lines.size(),
            new Shipped(0, "0", "0", "0"),
            List.of(new ClaimRef(NaiveShop.WAREHOUSE, claim.id())),
            List.of(),
            new Entry(entered.user(), entered.at().toString(), entered.user()));
    return new NaiveOrder(request, head, lines, claim, total);
  }

  private static Line line(int number, String sku, String name, String day) {
    String price = PRICE.toPlainString();
    return new Line(
        number,
        new Item(
            sku, name, "GOODS", "PCS", "PCS", new Ratio(1, 1), "1", "1", price, new TaxRate("0")),
        NaiveShop.WAREHOUSE,
        day,
        new Amounts(price, "0", "0", price, "0"),
        "0",
        "0",
        "0",
        "0");
  }

  OrderChanged changed() {
    return new OrderChanged(head.id(), head.number(), head.customer(), head.status());
  }

  Audit audit() {
    return new Audit(
        List.of(
            touched(claim),
            new Touched(
                "sales_order",
                head.id(),
                "CREATED",
                List.of(
                    new Field("customer", head.customer()),
                    new Field("status", head.status()),
                    new Field("creator", head.entry().creator()),
                    new Field("ordered_on", head.terms().orderedOn()),
                    new Field("total", head.totals().total())))));
  }

  static Touched touched(Claim claim) {
    return new Touched(
        "claim",
        claim.id(),
        "CREATED",
        List.of(new Field("status", claim.status()), new Field("owner", claim.owner())));
  }

  Answer answer(LocalDate day) {
    return new Answer(
        head.entry().creator(),
        request,
        "sales.place",
        day.toString(),
        new OrderAnswer(
            head.id(), head.number(), head.status(), new Amount(head.totals().total(), CURRENCY)));
  }

  static Answer answer(String request, Claim claim, LocalDate day) {
    return new Answer(
        claim.createdBy(),
        request,
        "inventory.claim",
        day.toString(),
        new ClaimAnswer(claim.id(), claim.status()));
  }
}
