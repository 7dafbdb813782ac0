package io.jxc.core.internal.purchase;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import java.util.List;
import java.util.Optional;

/** Stored types of purchasing. */
public final class PurchaseTypes {
  /** Listings of orders, each by business date. */
  static final String BY_DATE = "by_date";

  static final String BY_SUPPLIER = "by_supplier";
  static final String BY_STATUS = "by_status";
  static final String BY_CREATOR = "by_creator";

  /** Listings of open lines, each by promised day. A line without open goods is in none. */
  static final String OPEN_BY_DUE = "open_by_due";

  static final String OPEN_BY_SKU = "open_by_sku";
  static final String OPEN_BY_SUPPLIER = "open_by_supplier";

  /** Purchase orders, by id. */
  public static final LinedType<OrderDocument, OrderLine> ORDER =
      DocType.of("purchase_order", OrderDocument.class, OrderDocument::id)
          .attribute(Attribute.code("supplier"), OrderDocument::supplier)
          .attribute(Attribute.code("status"), order -> order.status().name())
          .attribute(Attribute.code("creator"), OrderDocument::creator)
          .attribute(Attribute.date("ordered_on"), OrderDocument::orderedOn)
          .numbered("number", order -> List.of(order.number()))
          .unique("external_id", order -> list(order.externalId()))
          .listing(BY_DATE, List.of(), List.of("ordered_on"))
          .listing(BY_SUPPLIER, List.of("supplier"), List.of("ordered_on"))
          .listing(BY_STATUS, List.of("status"), List.of("ordered_on"))
          .listing(BY_CREATOR, List.of("creator"), List.of("ordered_on"))
          .lines(OrderLine.class, OrderLine::lineNo)
          .attribute(Attribute.code("sku"), (order, line) -> line.sku())
          .attribute(Attribute.code("supplier"), (order, line) -> order.supplier())
          .attribute(Attribute.code("creator"), (order, line) -> order.creator())
          .attribute(Attribute.code("order_number"), (order, line) -> order.number())
          .attribute(Attribute.date("open_due"), (order, line) -> line.openDue(order))
          .attribute(Attribute.decimal("open_base", 6), (order, line) -> line.openBase(order))
          .listing(OPEN_BY_DUE, List.of(), List.of("open_due"))
          .listing(OPEN_BY_SKU, List.of("sku"), List.of("open_due"))
          .listing(OPEN_BY_SUPPLIER, List.of("supplier"), List.of("open_due"))
          .build();

  /** Receipts of an order, the oldest first. */
  static final String OF_ORDER = "of_order";

  /** Receipts against purchase orders, by id. */
  public static final DocType<ReceiptDocument> RECEIPT =
      DocType.of("purchase_receipt", ReceiptDocument.class, ReceiptDocument::id)
          .attribute(Attribute.code("order_id"), ReceiptDocument::orderId)
          .attribute(Attribute.instant("created_at"), ReceiptDocument::createdAt)
          .numbered("number", receipt -> List.of(receipt.number()))
          .unique("external_id", receipt -> list(receipt.externalId()))
          .listing(OF_ORDER, List.of("order_id"), List.of("created_at"))
          .build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(ORDER, RECEIPT), List.of(), List.of());

  private PurchaseTypes() {}

  private static List<String> list(Optional<String> value) {
    return value.map(List::of).orElseGet(List::of);
  }
}
