package io.jxc.api.event;

import java.util.List;
import java.util.Optional;

/** What happened to stock. */
public sealed interface InventoryEvent extends JxcEvent {
  /**
   * Goods came into a warehouse.
   *
   * @param header tenant, actor, sequence and time
   * @param documentType what caused it, for example {@code goods_receipt} or {@code purchase_order}
   * @param documentId id of that document
   * @param warehouse where they are now
   * @param lines product and quantity in base units
   */
  @EventType("inventory.goods-received")
  record GoodsReceived(
      EventHeader header,
      String documentType,
      String documentId,
      String warehouse,
      List<StockLine> lines)
      implements InventoryEvent {}

  /**
   * Goods left a warehouse.
   *
   * @param header tenant, actor, sequence and time
   * @param documentType what caused it
   * @param documentId id of that document
   * @param warehouse where they were
   * @param lines product and quantity in base units
   */
  @EventType("inventory.goods-issued")
  record GoodsIssued(
      EventHeader header,
      String documentType,
      String documentId,
      String warehouse,
      List<StockLine> lines)
      implements InventoryEvent {}

  /**
   * Stock was adjusted.
   *
   * @param header tenant, actor, sequence and time
   * @param documentId id of the adjustment
   * @param warehouse where
   * @param reason why
   * @param lines product and signed quantity in base units
   */
  @EventType("inventory.stock-adjusted")
  record StockAdjusted(
      EventHeader header, String documentId, String warehouse, String reason, List<StockLine> lines)
      implements InventoryEvent {}

  /**
   * Stock was claimed: held or reserved.
   *
   * @param header tenant, actor, sequence and time
   * @param claimId id of the claim
   * @param owner who claims, for example {@code sales_order:…}
   * @param kind {@code HOLD} or {@code FIRM}
   * @param warehouse where
   * @param lines product and quantity in base units
   */
  @EventType("inventory.stock-claimed")
  record StockClaimed(
      EventHeader header,
      String claimId,
      String owner,
      String kind,
      String warehouse,
      List<StockLine> lines)
      implements InventoryEvent {}

  /**
   * A claim ended without its goods being taken.
   *
   * @param header tenant, actor, sequence and time
   * @param claimId id of the claim
   * @param owner who claimed
   * @param cause {@code RELEASED} or {@code EXPIRED}
   */
  @EventType("inventory.claim-released")
  record ClaimReleased(EventHeader header, String claimId, String owner, String cause)
      implements InventoryEvent {}

  /**
   * A warehouse was added or changed.
   *
   * @param header tenant, actor, sequence and time
   * @param warehouse its code
   */
  @EventType("inventory.warehouse-saved")
  record WarehouseSaved(EventHeader header, String warehouse) implements InventoryEvent {}

  /**
   * A product and a quantity.
   *
   * @param sku the product
   * @param quantity base units, exact decimal text
   * @param lot the lot, where the product has lots
   */
  record StockLine(String sku, String quantity, Optional<String> lot) {}
}
