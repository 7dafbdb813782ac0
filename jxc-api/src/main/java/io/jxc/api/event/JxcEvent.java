package io.jxc.api.event;

import io.jxc.api.TenantId;
import java.time.Instant;

/** A fact that hosts may react to. Immutable; carries ids and public fields, never cost prices. */
public sealed interface JxcEvent
    permits AccessEvent,
        ApprovalEvent,
        CatalogEvent,
        InventoryEvent,
        PartnerEvent,
        PurchaseEvent,
        SalesEvent,
        TenantEvent,
        UnknownEvent {
  /** Returns tenant, actor, sequence and time. */
  EventHeader header();

  /** Returns where it happened. */
  default TenantId tenant() {
    return header().tenant();
  }

  /** Returns its number in the tenant's log. */
  default long sequence() {
    return header().sequence();
  }

  /** Returns when it was committed. */
  default Instant at() {
    return header().at();
  }
}
