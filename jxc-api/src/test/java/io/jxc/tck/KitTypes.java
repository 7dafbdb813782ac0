package io.jxc.tck;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Column;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexDeclaration.Uniqueness;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoreSchema;
import java.util.List;

/**
 * What the kit stores: one type of each shape, with attributes of every kind. A {@link
 * StoreFixture} registers {@link #SCHEMA}; a store that keeps its tables by script writes a script
 * for these.
 */
public final class KitTypes {
  /** A document with a table of its own, lines, all kinds of attributes, indexes and listings. */
  public static final DocumentType ORDER =
      DocumentType.named("kit_order")
          .attributes(
              Attribute.code("status"),
              Attribute.code("partner"),
              Attribute.text("remark"),
              Attribute.integer("urgency"),
              Attribute.decimal("amount", 6),
              Attribute.decimal("rate", 2),
              Attribute.instant("created_at"),
              Attribute.date("due_on"))
          .lines(
              new LineType(
                  AttributeLayout.of(
                      Attribute.code("sku"),
                      Attribute.code("partner"),
                      Attribute.text("remark"),
                      Attribute.integer("boxes"),
                      Attribute.decimal("qty", 6),
                      Attribute.decimal("price", 8),
                      Attribute.instant("promised_at"),
                      Attribute.date("due_on")),
                  List.of(
                      new Listing("by_sku", List.of("sku"), List.of("due_on")),
                      new Listing("by_partner_sku", List.of("partner", "sku"), List.of()))))
          .index("number", Uniqueness.UNIQUE)
          .index("external_id", Uniqueness.UNIQUE)
          .index("tag", Uniqueness.MULTI)
          .listing("by_status", List.of("status"), List.of("created_at"))
          .listing("by_partner", List.of("partner"), List.of("due_on", "amount"))
          .listing("by_amount", List.of(), List.of("amount"))
          .listing("by_urgency", List.of(), List.of("urgency"))
          .listing("by_partner_code", List.of(), List.of("partner"))
          .listing("by_key", List.of(), List.of())
          .build();

  /** A document in the shared table; its listing is kept as rows of the MULTI index by_category. */
  public static final DocumentType ITEM =
      DocumentType.named("kit_item")
          .attributes(
              Attribute.code("category"),
              Attribute.text("title"),
              Attribute.integer("rank"),
              Attribute.decimal("list_price", 8),
              Attribute.instant("changed_at"),
              Attribute.date("since"))
          .index("barcode", Uniqueness.UNIQUE)
          .index("word", Uniqueness.MULTI)
          .listing("by_category", List.of("category"), List.of("rank"))
          .build();

  /** Another document in the shared table. */
  public static final DocumentType LABEL =
      DocumentType.named("kit_label").attributes(Attribute.code("colour")).build();

  /** A balance of three dimensions, moved by deltas, with floors, gone when all zero. */
  public static final BalanceType STOCK =
      new BalanceType(
          "kit_stock",
          List.of("sku", "warehouse", "lot"),
          List.of(
              Column.sum("on_hand", 6), Column.sum("reserved", 6), Column.sum("stock_value", 6)),
          List.of(
              Floor.notNegative("on_hand_floor", "on_hand"),
              Floor.notNegative("reserved_floor", "reserved"),
              new Floor("available_floor", List.of("on_hand"), List.of("reserved"))),
          true);

  /** A balance with columns that hold the newest value; its rows stay. */
  public static final BalanceType COST =
      new BalanceType(
          "kit_cost",
          List.of("sku"),
          List.of(
              Column.sum("quantity", 6),
              Column.sum("amount", 6),
              Column.latest("last_cost", 8),
              Column.latest("last_rate", 2)),
          List.of(Floor.notNegative("quantity_floor", "quantity")),
          false);

  /** A journal with a table of its own and listings. */
  public static final JournalType MOVEMENT =
      new JournalType(
          "kit_movement",
          AttributeLayout.of(
              Attribute.code("sku"),
              Attribute.code("warehouse"),
              Attribute.text("reason"),
              Attribute.integer("line_no"),
              Attribute.decimal("qty", 6),
              Attribute.decimal("unit_cost", 8),
              Attribute.instant("moved_at"),
              Attribute.date("business_on")),
          List.of(
              new Listing("by_sku", List.of("sku"), List.of()),
              new Listing("by_warehouse", List.of("warehouse"), List.of("business_on"))),
          true);

  /** A journal in the shared table. */
  public static final JournalType NOTE =
      new JournalType(
          "kit_note",
          AttributeLayout.of(
              Attribute.code("topic"),
              Attribute.text("remark"),
              Attribute.decimal("score", 2),
              Attribute.instant("noted_at")),
          List.of(),
          false);

  /** Everything the kit stores; a fixture's store is registered with exactly this. */
  public static final StoreSchema SCHEMA =
      new StoreSchema(List.of(ORDER, ITEM, LABEL), List.of(STOCK, COST), List.of(MOVEMENT, NOTE));

  private KitTypes() {}
}
