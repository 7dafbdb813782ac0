package io.jxc.core.internal.purchase;

import io.jxc.api.Quantity;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.purchase.OpenPurchaseLine;
import io.jxc.api.purchase.OpenPurchaseLineQuery;
import io.jxc.api.purchase.PurchaseOrderSummary;
import io.jxc.api.purchase.PurchaseQuery;
import io.jxc.api.purchase.PurchaseReceipt;
import io.jxc.api.purchase.PurchaseReceiptQuery;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns queries into reads of declared listings: the narrowest listing is walked, other conditions
 * are filters. An actor who sees own orders only always has that condition.
 */
final class PurchaseQueries {
  private PurchaseQueries() {}

  static ListQuery.Builder orders(PurchaseQuery query, Rights rights) {
    Map<String, String> wanted = new LinkedHashMap<>();
    query.supplier().ifPresent(supplier -> wanted.put("supplier", supplier));
    query.createdBy().ifPresent(creator -> wanted.put("creator", creator));
    query.status().ifPresent(status -> wanted.put("status", status.name()));
    ListQuery.Builder list =
        narrowest(Source.DOCUMENTS, wanted, PurchaseTypes.BY_DATE, listings())
            .descending()
            .from(query.from())
            .to(query.to().map(day -> day.plusDays(1)));
    return own(list, rights);
  }

  private static Map<String, String> listings() {
    Map<String, String> listings = new LinkedHashMap<>();
    listings.put("supplier", PurchaseTypes.BY_SUPPLIER);
    listings.put("creator", PurchaseTypes.BY_CREATOR);
    listings.put("status", PurchaseTypes.BY_STATUS);
    return listings;
  }

  static ListQuery.Builder openLines(OpenPurchaseLineQuery query, Rights rights) {
    Map<String, String> wanted = new LinkedHashMap<>();
    query.sku().ifPresent(sku -> wanted.put("sku", sku));
    query.supplier().ifPresent(supplier -> wanted.put("supplier", supplier));
    Map<String, String> listings = new LinkedHashMap<>();
    listings.put("sku", PurchaseTypes.OPEN_BY_SKU);
    listings.put("supplier", PurchaseTypes.OPEN_BY_SUPPLIER);
    ListQuery.Builder list =
        narrowest(Source.LINES, wanted, PurchaseTypes.OPEN_BY_DUE, listings)
            .to(query.expectedBy().map(day -> day.plusDays(1)));
    return own(list, rights);
  }

  private static ListQuery.Builder narrowest(
      Source source, Map<String, String> wanted, String otherwise, Map<String, String> listings) {
    Optional<String> first = listings.keySet().stream().filter(wanted::containsKey).findFirst();
    String listing = first.map(listings::get).orElse(otherwise);
    ListQuery.Builder list = ListQuery.of(source, PurchaseTypes.ORDER.name(), listing);
    wanted.forEach(
        (attribute, value) -> {
          if (first.equals(Optional.of(attribute))) {
            list.equal(value);
          } else {
            list.filter(Filter.eq(attribute, value));
          }
        });
    return list;
  }

  private static ListQuery.Builder own(ListQuery.Builder list, Rights rights) {
    boolean all = rights.scope(Permissions.PURCHASE_VIEW).equals(Optional.of(Scope.ALL));
    return all ? list : list.filter(Filter.eq("creator", rights.user()));
  }

  static PurchaseOrderSummary summary(StoredRow row, PurchaseViews views) {
    Stored<OrderDocument> order = PurchaseTypes.ORDER.decode((DocumentRow) row);
    return views.summary(order.value(), order.version());
  }

  static ListQuery.Builder receipts(PurchaseReceiptQuery query) {
    return ListQuery.of(Source.DOCUMENTS, PurchaseTypes.RECEIPT.name(), PurchaseTypes.OF_ORDER)
        .equal(query.orderId());
  }

  static PurchaseReceipt receipt(StoredRow row) {
    ReceiptDocument receipt = PurchaseTypes.RECEIPT.decode((DocumentRow) row).value();
    return new PurchaseReceipt(
        receipt.id(),
        receipt.number(),
        receipt.externalId(),
        receipt.orderId(),
        receipt.supplier(),
        receipt.effectiveOn(),
        receipt.note(),
        receipt.lineCount(),
        receipt.creator(),
        receipt.createdAt());
  }

  static OpenPurchaseLine openLine(StoredRow row) {
    LineRow stored = (LineRow) row;
    AttributeValues columns = stored.attributes();
    OrderLine line = PurchaseTypes.ORDER.decodeLine(stored).value();
    return new OpenPurchaseLine(
        stored.documentKey(),
        columns.string("order_number").orElseThrow(),
        columns.string("supplier").orElseThrow(),
        line.lineNo(),
        line.sku(),
        line.quantity(),
        line.received(),
        line.quantity().minus(line.received()),
        line.unit(),
        new Quantity(columns.decimal("open_base").orElseThrow()),
        line.warehouse(),
        columns.date("open_due").filter(day -> !day.equals(OrderLine.SOME_DAY)));
  }
}
