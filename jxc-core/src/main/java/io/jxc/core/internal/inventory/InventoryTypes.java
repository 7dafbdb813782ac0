package io.jxc.core.internal.inventory;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Column;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.JournalRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored types of stock. */
public final class InventoryTypes {
  /** On hand and reserved, per sku, warehouse, bin, lot and state. */
  public static final BalanceType STOCK =
      new BalanceType(
          "stock",
          List.of("sku", "warehouse", "bin", "lot", "state"),
          List.of(Column.sum("on_hand", 6), Column.sum("reserved", 6)),
          List.of(
              Floor.notNegative("on_hand", "on_hand"), Floor.notNegative("reserved", "reserved")),
          true);

  /** Quantity and value that share one average, per sku and pool; the empty pool is the company. */
  public static final BalanceType COST =
      new BalanceType(
          "cost",
          List.of("sku", "pool"),
          List.of(Column.sum("quantity", 6), Column.sum("value", 6), Column.latest("last_cost", 8)),
          List.of(),
          false);

  /** What came in and went out in a month, per sku, warehouse and yyyyMM. */
  public static final BalanceType MONTH =
      new BalanceType(
          "month", List.of("sku", "warehouse", "month"), monthColumns(), List.of(), false);

  /** Warehouses, by code. */
  public static final DocType<WarehouseDocument> WAREHOUSE =
      DocType.of("warehouse", WarehouseDocument.class, WarehouseDocument::code)
          .listing("by_code", List.of(), List.of())
          .build();

  /** Receipts, issues and adjustments, by id. */
  public static final DocType<StockDocument> DOCUMENT =
      DocType.of("stock_document", StockDocument.class, StockDocument::id)
          .numbered("number", document -> List.of(document.number()))
          .unique("external_id", document -> document.externalId().stream().toList())
          .build();

  /** Claims, by id. */
  public static final DocType<ClaimDocument> CLAIM =
      DocType.of("claim", ClaimDocument.class, ClaimDocument::id)
          .attribute(Attribute.code("status"), claim -> claim.status().name())
          .attribute(Attribute.code("owner"), ClaimDocument::owner)
          .multi("held_stock", ClaimDocument::heldStock)
          .listing("by_owner", List.of("owner"), List.of())
          .listing("by_status", List.of("status"), List.of())
          .dedicated()
          .build();

  /** Repairs of balances, by id. */
  static final DocType<StockRepair> REPAIR =
      DocType.of("stock_repair", StockRepair.class, StockRepair::id).uncached().build();

  /** Every movement of goods. */
  public static final JournalOf<Movement> MOVEMENT =
      JournalOf.<Movement>of("movement")
          .attribute(Attribute.code("sku"), Movement::sku)
          .attribute(Attribute.code("kind"), movement -> movement.kind().code())
          .attribute(Attribute.code("from_warehouse"), movement -> movement.from().warehouse())
          .attribute(Attribute.code("from_bin"), movement -> movement.from().bin())
          .attribute(Attribute.code("from_lot"), movement -> movement.from().lot())
          .attribute(Attribute.code("from_state"), movement -> movement.from().state())
          .attribute(Attribute.code("to_warehouse"), movement -> movement.to().warehouse())
          .attribute(Attribute.code("to_bin"), movement -> movement.to().bin())
          .attribute(Attribute.code("to_lot"), movement -> movement.to().lot())
          .attribute(Attribute.code("to_state"), movement -> movement.to().state())
          .attribute(Attribute.decimal("quantity", 6), Movement::quantity)
          .attribute(Attribute.decimal("entered_quantity", 6), Movement::enteredQuantity)
          .attribute(Attribute.code("entered_unit"), Movement::enteredUnit)
          .attribute(Attribute.decimal("unit_cost", 8), Movement::unitCost)
          .attribute(Attribute.decimal("cost_value", 6), Movement::value)
          .attribute(Attribute.date("effective_on"), Movement::effectiveOn)
          .attribute(Attribute.code("document_type"), movement -> movement.document().type())
          .attribute(Attribute.code("document_id"), movement -> movement.document().id())
          .attribute(Attribute.integer("document_line"), movement -> movement.document().line())
          .attribute(Attribute.code("partner"), Movement::partner)
          .attribute(Attribute.code("actor"), Movement::actor)
          .attribute(Attribute.text("reason"), Movement::reason)
          .attribute(Attribute.instant("at"), Movement::at)
          .listing("by_sku", List.of("sku"), List.of())
          .listing("by_sku_date", List.of("sku"), List.of("effective_on"))
          .listing("by_document", List.of("document_id"), List.of())
          .decodedBy(InventoryTypes::movement);

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(
          List.of(WAREHOUSE, DOCUMENT, CLAIM, REPAIR),
          List.of(STOCK, COST, MONTH),
          List.of(MOVEMENT));

  private static final DateTimeFormatter MONTH_KEY = DateTimeFormatter.ofPattern("yyyyMM");

  private InventoryTypes() {}

  /** Returns the stock row of sellable goods without bin and lot. */
  static BalanceKey stockKey(String sku, String warehouse) {
    return BalanceKey.of(sku, warehouse, Places.NONE, Places.NONE, Places.SELLABLE);
  }

  /** Returns the company-wide cost pool of a product. */
  static BalanceKey costKey(String sku) {
    return BalanceKey.of(sku, Places.NONE);
  }

  /** Returns the month of a day as the month balance is keyed. */
  static String month(LocalDate day) {
    // by hand where that is the same: each movement asks for it
    return day.getYear() >= 1_000 && day.getYear() <= 9_999
        ? Integer.toString(100 * day.getYear() + day.getMonthValue())
        : YearMonth.from(day).format(MONTH_KEY);
  }

  static BalanceKey monthKey(String sku, String warehouse, LocalDate day) {
    return BalanceKey.of(sku, warehouse, month(day));
  }

  /** Returns one number of a stored stock, cost or month row. */
  static BigDecimal column(BalanceRow row, String name) {
    return row.values().get(balance(row.type()).column(name));
  }

  /** Returns a balance of stock by its stored name. */
  static BalanceType balance(String name) {
    return ALL.balances().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is no balance of stock"));
  }

  private static List<Column> monthColumns() {
    List<Column> columns = new ArrayList<>();
    for (MovementKind kind : MovementKind.values()) {
      columns.add(Column.sum(kind.code() + "_quantity", 6));
      columns.add(Column.sum(kind.code() + "_value", 6));
    }
    return columns;
  }

  private static Movement movement(JournalRow row) {
    AttributeValues values = row.attributes();
    return new Movement(
        code(values, "sku"),
        MovementKind.of(code(values, "kind")),
        place(values, "from_"),
        place(values, "to_"),
        number(values, "quantity"),
        number(values, "entered_quantity"),
        values.string("entered_unit"),
        number(values, "unit_cost"),
        number(values, "cost_value"),
        values.date("effective_on").orElseThrow(),
        new Movement.DocumentRef(
            code(values, "document_type"),
            code(values, "document_id"),
            values.integer("document_line").orElseThrow()),
        values.string("partner"),
        code(values, "actor"),
        values.string("reason"),
        values.instant("at").orElseThrow());
  }

  private static Movement.Place place(AttributeValues values, String side) {
    return new Movement.Place(
        code(values, side + "warehouse"),
        code(values, side + "bin"),
        code(values, side + "lot"),
        code(values, side + "state"));
  }

  private static String code(AttributeValues values, String name) {
    Optional<String> value = values.string(name);
    return value.orElseThrow();
  }

  private static BigDecimal number(AttributeValues values, String name) {
    return values.decimal(name).orElseThrow();
  }
}
