package io.jxc.core.internal.sales;

import io.jxc.api.catalog.ProductKind;
import io.jxc.api.sales.SaleLine;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.JournalRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Stored types of sales. */
public final class SalesTypes {
  /** Columns, by their stored names. */
  static final String CUSTOMER = "customer";

  static final String STATUS = "status";
  static final String CREATOR = "creator";
  static final String ORDERED_ON = "ordered_on";
  static final String OPEN = "open_state";
  static final String SKU = "sku";
  static final String WAREHOUSE = "warehouse";
  static final String DUE_ON = "due_on";
  static final String OPEN_QUANTITY = "open_quantity";
  static final String ORDER_ID = "order_id";
  static final String RETURNED_ON = "returned_on";
  static final String OWNER = "owner";
  static final String KIND = "kind";
  static final String ITEM = "item";
  static final String EFFECTIVE_ON = "effective_on";

  /** Listings, by their stored names. */
  static final String BY_CUSTOMER = "by_customer";

  static final String BY_STATUS = "by_status";
  static final String BY_CREATOR = "by_creator";
  static final String BY_DATE = "by_date";
  static final String BY_ORDER = "by_order";
  static final String BY_SKU = "by_sku";
  static final String OPEN_BY_SKU = "open_by_sku";
  static final String OPEN_BY_CUSTOMER = "open_by_customer";
  static final String OPEN_BY_DUE = "open_by_due";

  /** Indexes, by their stored names. */
  static final String NUMBER = "number";

  static final String EXTERNAL_ID = "external_id";

  /** Mark of lines that are still to be shipped. */
  static final String IS_OPEN = "OPEN";

  /** Sales orders, by id. */
  public static final LinedType<SalesOrderDocument, OrderLineDocument> ORDER =
      DocType.of("sales_order", SalesOrderDocument.class, SalesOrderDocument::id)
          .attribute(Attribute.code(CUSTOMER), SalesOrderDocument::customer)
          .attribute(Attribute.code(STATUS), order -> order.status().name())
          .attribute(Attribute.code(CREATOR), SalesOrderDocument::creator)
          .attribute(Attribute.date(ORDERED_ON), order -> order.terms().orderedOn())
          .attribute(Attribute.decimal("total", 6), order -> order.totals().total())
          .numbered(NUMBER, order -> List.of(order.number()))
          .unique(EXTERNAL_ID, order -> order.externalId().stream().toList())
          .unique("step_external_id", SalesOrderDocument::steps)
          .listing(BY_CUSTOMER, List.of(CUSTOMER), List.of(ORDERED_ON))
          .listing(BY_STATUS, List.of(STATUS), List.of(ORDERED_ON))
          .listing(BY_CREATOR, List.of(CREATOR), List.of(ORDERED_ON))
          .listing(BY_DATE, List.of(), List.of(ORDERED_ON))
          .lines(OrderLineDocument.class, OrderLineDocument::lineNo)
          .attribute(Attribute.code(SKU), (order, line) -> line.item().sku())
          .attribute(Attribute.code(WAREHOUSE), (order, line) -> line.warehouse())
          .attribute(Attribute.code(CUSTOMER), (order, line) -> order.customer())
          .attribute(Attribute.code(CREATOR), (order, line) -> order.creator())
          .attribute(Attribute.code(OPEN), SalesTypes::openMark)
          .attribute(Attribute.decimal(OPEN_QUANTITY, 6), SalesTypes::openQuantity)
          .attribute(Attribute.date(DUE_ON), (order, line) -> line.dueOn())
          .listing(OPEN_BY_SKU, List.of(OPEN, SKU), List.of(DUE_ON))
          .listing(OPEN_BY_CUSTOMER, List.of(OPEN, CUSTOMER), List.of(DUE_ON))
          .listing(OPEN_BY_DUE, List.of(OPEN), List.of(DUE_ON))
          .build();

  /** Sales returns, by id. */
  public static final LinedType<SalesReturnDocument, ReturnLineDocument> RETURN =
      DocType.of("sales_return", SalesReturnDocument.class, SalesReturnDocument::id)
          .attribute(Attribute.code(CUSTOMER), SalesReturnDocument::customer)
          .attribute(Attribute.code(ORDER_ID), SalesReturnDocument::orderId)
          .attribute(Attribute.code(OWNER), SalesReturnDocument::owner)
          .attribute(Attribute.code(CREATOR), SalesReturnDocument::creator)
          .attribute(Attribute.date(RETURNED_ON), SalesReturnDocument::returnedOn)
          .attribute(Attribute.decimal("total", 6), document -> document.totals().total())
          .numbered(NUMBER, document -> List.of(document.number()))
          .unique(EXTERNAL_ID, document -> document.externalId().stream().toList())
          .listing(BY_CUSTOMER, List.of(CUSTOMER), List.of(RETURNED_ON))
          .listing(BY_ORDER, List.of(ORDER_ID), List.of(RETURNED_ON))
          .listing(BY_CREATOR, List.of(CREATOR), List.of(RETURNED_ON))
          .listing(BY_DATE, List.of(), List.of(RETURNED_ON))
          .lines(ReturnLineDocument.class, ReturnLineDocument::lineNo)
          .attribute(Attribute.code(SKU), (document, line) -> line.item().sku())
          .build();

  /** The sales ledger. */
  public static final JournalOf<SaleEntry> SALE_LINE =
      JournalOf.<SaleEntry>of("sale_line")
          .attribute(Attribute.code(KIND), entry -> entry.kind().name())
          .attribute(Attribute.code("document_id"), SaleEntry::documentId)
          .attribute(Attribute.code(ORDER_ID), SaleEntry::orderId)
          .attribute(Attribute.integer("line_no"), SaleEntry::lineNo)
          .attribute(Attribute.code(CUSTOMER), SaleEntry::customer)
          .attribute(Attribute.code(SKU), SaleEntry::sku)
          .attribute(Attribute.code(ITEM), entry -> entry.item().name())
          .attribute(Attribute.code(WAREHOUSE), SaleEntry::warehouse)
          .attribute(Attribute.decimal("quantity", 6), SaleEntry::quantity)
          .attribute(Attribute.decimal("unit_price", 8), SaleEntry::unitPrice)
          .attribute(Attribute.decimal("gross", 6), SaleEntry::gross)
          .attribute(Attribute.decimal("net", 6), SaleEntry::net)
          .attribute(Attribute.decimal("tax", 6), SaleEntry::tax)
          .attribute(Attribute.decimal("cost", 6), SaleEntry::cost)
          .attribute(Attribute.decimal("margin", 6), SaleEntry::margin)
          .attribute(Attribute.date(EFFECTIVE_ON), SaleEntry::on)
          .attribute(Attribute.code(OWNER), SaleEntry::owner)
          .attribute(Attribute.code("actor"), SaleEntry::actor)
          .attribute(Attribute.instant("recorded_at"), SaleEntry::at)
          .listing(BY_SKU, List.of(SKU), List.of(EFFECTIVE_ON))
          .listing(BY_CUSTOMER, List.of(CUSTOMER), List.of(EFFECTIVE_ON))
          .listing(BY_DATE, List.of(), List.of(EFFECTIVE_ON))
          .decodedBy(SalesTypes::decode);

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(ORDER, RETURN), List.of(), List.of(SALE_LINE));

  private SalesTypes() {}

  private static Optional<String> openMark(SalesOrderDocument order, OrderLineDocument line) {
    return openQuantity(order, line).signum() > 0 ? Optional.of(IS_OPEN) : Optional.empty();
  }

  static BigDecimal openQuantity(SalesOrderDocument order, OrderLineDocument line) {
    return order.open() ? line.unshipped().value() : BigDecimal.ZERO;
  }

  private static SaleEntry decode(JournalRow row) {
    AttributeValues values = row.attributes();
    return new SaleEntry(
        SaleLine.Kind.valueOf(code(values, KIND)),
        code(values, "document_id"),
        values.string(ORDER_ID),
        values.integer("line_no").orElseThrow(),
        code(values, CUSTOMER),
        code(values, SKU),
        ProductKind.valueOf(code(values, ITEM)),
        values.string(WAREHOUSE),
        decimal(values, "quantity"),
        decimal(values, "unit_price"),
        decimal(values, "gross"),
        decimal(values, "net"),
        decimal(values, "tax"),
        decimal(values, "cost"),
        values.date(EFFECTIVE_ON).orElseThrow(),
        code(values, OWNER),
        code(values, "actor"),
        values.instant("recorded_at").orElseThrow());
  }

  private static String code(AttributeValues values, String name) {
    return values.string(name).orElseThrow();
  }

  private static BigDecimal decimal(AttributeValues values, String name) {
    return values.decimal(name).orElseThrow();
  }
}
