package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexDeclaration.Uniqueness;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoreSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stored types of tests, and changes of them with the parts that do not matter filled in. */
final class TestTypes {
  static final TenantId TENANT = TenantId.of("tenant-1");
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  static final DocumentType ORDER =
      DocumentType.named("purchase_order")
          .attributes(
              Attribute.code("status"), Attribute.integer("rank"), Attribute.decimal("total", 2))
          .lines(
              new LineType(
                  AttributeLayout.of(Attribute.code("sku"), Attribute.decimal("quantity", 3)),
                  List.of(new Listing("by_sku", List.of("sku"), List.of()))))
          .index("number", Uniqueness.UNIQUE)
          .index("supplier", Uniqueness.MULTI)
          .listing("by_status", List.of("status"), List.of("rank"))
          .build();

  static final DocumentType SETTING =
      DocumentType.named("setting")
          .attributes(Attribute.code("area"))
          .listing("by_area", List.of(), List.of("area"))
          .build();

  static final BalanceType STOCK =
      new BalanceType(
          "stock",
          List.of("sku", "warehouse"),
          List.of(
              BalanceType.Column.sum("on_hand", 3),
              BalanceType.Column.sum("reserved", 3),
              BalanceType.Column.latest("last_cost", 4)),
          List.of(
              BalanceType.Floor.notNegative("on_hand_floor", "on_hand"),
              new BalanceType.Floor("available", List.of("on_hand"), List.of("reserved"))),
          false);

  static final BalanceType CLAIM =
      new BalanceType(
          "claim_total",
          List.of("sku"),
          List.of(BalanceType.Column.sum("quantity", 0)),
          List.of(),
          true);

  static final JournalType MOVEMENT =
      new JournalType(
          "movement",
          AttributeLayout.of(
              Attribute.code("sku"), Attribute.decimal("quantity", 3), Attribute.instant("at")),
          List.of(new Listing("by_sku", List.of("sku"), List.of("at"))),
          true);

  static final JournalType AUDIT =
      new JournalType("audit", AttributeLayout.of(Attribute.code("actor")), List.of(), false);

  static final StoreSchema SCHEMA =
      new StoreSchema(List.of(ORDER, SETTING), List.of(STOCK, CLAIM), List.of(MOVEMENT, AUDIT));

  private TestTypes() {}

  static MemoryStore store() {
    MemoryStore store = MemoryStore.create();
    store.register(SCHEMA);
    return store;
  }

  static ChangeSet.Builder on(long head) {
    return ChangeSet.builder(TENANT, head, UUID.randomUUID(), NOW);
  }

  static AttributeValues order(String status, long rank) {
    return AttributeValues.builder(ORDER.attributes())
        .set("status", status)
        .set("rank", rank)
        .build();
  }

  static DocumentChange put(String key, long version, AttributeValues values) {
    return new DocumentChange(ORDER.name(), key, version, Optional.of(content(values)));
  }

  static DocumentChange delete(String key, long version) {
    return new DocumentChange(ORDER.name(), key, version, Optional.empty());
  }

  static LineChange line(String key, int number, LineChange.Operation operation, String sku) {
    AttributeValues values =
        AttributeValues.builder(ORDER.lines().orElseThrow().attributes()).set("sku", sku).build();
    return new LineChange(
        ORDER.name(),
        key,
        number,
        operation,
        operation == LineChange.Operation.DELETE ? Optional.empty() : Optional.of(content(values)));
  }

  static DocumentChange.Content content(AttributeValues values) {
    return new DocumentChange.Content(1, values, Bytes.wrap(new byte[] {1}));
  }

  static BalanceKey stock(String sku) {
    return BalanceKey.of(sku, "WH-1");
  }

  static BalanceChange move(String sku, long version, String onHand) {
    return move(sku, version, onHand, "0", Set.of("on_hand_floor"));
  }

  static BalanceChange move(
      String sku, long version, String onHand, String reserved, Set<String> floors) {
    return new BalanceChange(
        STOCK.name(),
        stock(sku),
        version,
        List.of(new BigDecimal(onHand), new BigDecimal(reserved), BigDecimal.ZERO),
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        floors,
        false);
  }

  static BalanceChange claim(String sku, long version, long delta, boolean vanishes) {
    return new BalanceChange(
        CLAIM.name(),
        BalanceKey.of(sku),
        version,
        List.of(BigDecimal.valueOf(delta)),
        List.of(Optional.empty()),
        Set.of(),
        vanishes);
  }

  static JournalEntry movement(String sku, String quantity, Instant at) {
    return new JournalEntry(
        MOVEMENT.name(),
        1,
        AttributeValues.builder(MOVEMENT.attributes())
            .set("sku", sku)
            .set("quantity", new BigDecimal(quantity))
            .set("at", at)
            .build(),
        Bytes.EMPTY);
  }

  static JournalEntry audit(String actor) {
    return new JournalEntry(
        AUDIT.name(),
        1,
        AttributeValues.builder(AUDIT.attributes()).set("actor", actor).build(),
        Bytes.EMPTY);
  }
}
