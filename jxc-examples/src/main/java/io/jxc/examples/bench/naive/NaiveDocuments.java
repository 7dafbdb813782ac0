package io.jxc.examples.bench.naive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;

/** What the hand-written program writes into the bodies: the fields that JXC writes there. */
final class NaiveDocuments {
  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private NaiveDocuments() {}

  record Order(
      String id,
      String number,
      String status,
      String customer,
      String customerName,
      Terms terms,
      Totals totals,
      int lastLine,
      Shipped shipped,
      List<ClaimRef> claims,
      List<String> steps,
      Entry entry) {}

  record Terms(String orderedOn, String dueOn, String priceMode, String warehouse) {}

  record Totals(
      String currency,
      String gross,
      String discount,
      String net,
      String tax,
      String rounding,
      String total) {}

  record Shipped(int shipments, String net, String tax, String cost) {}

  record ClaimRef(String warehouse, String id) {}

  record Entry(String creator, String createdAt, String lastEditor) {}

  record Line(
      int lineNo,
      Item item,
      String warehouse,
      String dueOn,
      Amounts amounts,
      String shipped,
      String returned,
      String shippedCost,
      String returnedCost) {}

  record Item(
      String sku,
      String name,
      String kind,
      String unit,
      String baseUnit,
      Ratio ratio,
      String quantity,
      String baseQuantity,
      String unitPrice,
      TaxRate taxRate) {}

  record Ratio(int numerator, int denominator) {}

  record TaxRate(String percent) {}

  record Amounts(
      String gross, String lineDiscount, String documentDiscount, String net, String tax) {}

  record Claim(
      String id,
      String owner,
      String kind,
      String status,
      String warehouse,
      int priority,
      List<ClaimLine> lines,
      String createdBy,
      String createdAt) {}

  record ClaimLine(String sku, String open) {}

  record Audit(List<Touched> objects) {}

  record Touched(String type, String key, String kind, List<Field> fields) {}

  record Field(String name, String after) {}

  record StockClaimed(
      String claimId, String owner, String kind, String warehouse, List<EventLine> lines) {}

  record EventLine(String sku, String quantity) {}

  record OrderChanged(String orderId, String number, String customer, String status) {}

  record Answer(String actor, String requestId, String command, String day, Object result) {}

  record OrderAnswer(String id, String number, String status, Amount total) {}

  record ClaimAnswer(String id, String status) {}

  record Amount(String amount, String currency) {}

  /** A claim of one unit of each product. */
  static Claim claim(String id, String owner, List<String> skus, String user, Instant now) {
    return new Claim(
        id,
        owner,
        "FIRM",
        "ACTIVE",
        NaiveShop.WAREHOUSE,
        0,
        skus.stream().map(sku -> new ClaimLine(sku, "1")).toList(),
        user,
        now.toString());
  }

  /** What is told of a claim. */
  static StockClaimed claimed(Claim claim) {
    return new StockClaimed(
        claim.id(),
        claim.owner(),
        claim.kind(),
        claim.warehouse(),
        claim.lines().stream().map(line -> new EventLine(line.sku(), line.open())).toList());
  }

  static byte[] json(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("write " + document, e);
    }
  }
}
