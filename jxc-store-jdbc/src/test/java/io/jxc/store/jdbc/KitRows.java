package io.jxc.store.jdbc;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of every kind, to be written as new or once more. */
final class KitRows {
  private KitRows() {}

  /**
   * One kind of command: an order with a line, its number, stock, movement and note; new, or again
   * what has a version.
   */
  static void sale(ChangeSet.Builder set, String key, long version) {
    LineChange.Operation operation =
        version == 0 ? LineChange.Operation.INSERT : LineChange.Operation.UPDATE;
    set.document(put("kit_order", key, version, KitTypes.ORDER.attributes()));
    AttributeLayout lines = KitTypes.ORDER.lines().orElseThrow().attributes();
    set.line(new LineChange("kit_order", key, 1, operation, Optional.of(content(lines))));
    if (version > 0) {
      set.index(new IndexChange("kit_order", "number", "old" + key, key, false));
    }
    String number = (version == 0 ? "old" : "new") + key;
    set.index(new IndexChange("kit_order", "number", number, key, true));
    set.balance(move("kit_stock", BalanceKey.of(key, "W", ""), 3, version));
    set.entry(
        new JournalEntry(
            "kit_movement",
            1,
            AttributeValues.builder(KitTypes.MOVEMENT.attributes()).set("sku", key).build(),
            Bytes.EMPTY));
    AttributeValues note = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    set.entry(new JournalEntry("kit_note", 1, note, Bytes.EMPTY));
  }

  /** An item and its cost. */
  static void further(ChangeSet.Builder set, String key, long version) {
    set.document(put("kit_item", key, version, KitTypes.ITEM.attributes()));
    set.balance(move("kit_cost", BalanceKey.of(key), 4, version));
  }

  private static DocumentChange put(
      String type, String key, long version, AttributeLayout attributes) {
    return new DocumentChange(type, key, version, Optional.of(content(attributes)));
  }

  private static DocumentChange.Content content(AttributeLayout layout) {
    return new DocumentChange.Content(1, AttributeValues.builder(layout).build(), Bytes.EMPTY);
  }

  private static BalanceChange move(String type, BalanceKey key, int columns, long version) {
    List<BigDecimal> deltas = new ArrayList<>();
    List<Optional<BigDecimal>> latest = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      deltas.add(i == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
      latest.add(Optional.empty());
    }
    return new BalanceChange(type, key, version, deltas, latest, Set.of(), false);
  }
}
