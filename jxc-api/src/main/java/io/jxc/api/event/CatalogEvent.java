package io.jxc.api.event;

/** What happened to products. */
public sealed interface CatalogEvent extends JxcEvent {
  /**
   * A product was added.
   *
   * @param header tenant, actor, sequence and time
   * @param sku its code
   */
  @EventType("catalog.product-created")
  record ProductCreated(EventHeader header, String sku) implements CatalogEvent {}

  /**
   * A product was changed.
   *
   * @param header tenant, actor, sequence and time
   * @param sku its code
   */
  @EventType("catalog.product-updated")
  record ProductUpdated(EventHeader header, String sku) implements CatalogEvent {}
}
