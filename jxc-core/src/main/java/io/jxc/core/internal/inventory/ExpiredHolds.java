package io.jxc.core.internal.inventory;

import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.BalanceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what ended holds still reserve, because nobody has been in their way yet. */
final class ExpiredHolds {
  private static final int CHUNK = 1_000;

  private final Reads.Snapshot snapshot;
  private final Instant now;

  ExpiredHolds(Reads.Snapshot snapshot, Instant now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  /**
   * What one ended hold reserves of a product.
   *
   * @param sku the product
   * @param warehouse where
   * @param quantity base units
   */
  record Open(String sku, String warehouse, BigDecimal quantity) {}

  /** Returns what ended holds reserve on these rows. */
  List<Open> open(List<BalanceRow> rows) {
    Set<String> stock = new LinkedHashSet<>();
    for (BalanceRow row : rows) {
      if (InventoryTypes.column(row, "reserved").signum() > 0) {
        stock.add(ClaimDocument.heldStock(row.key().get(0), row.key().get(1)));
      }
    }
    Set<String> holders = new LinkedHashSet<>();
    for (List<String> some : chunks(stock)) {
      holders.addAll(snapshot.keys(InventoryTypes.CLAIM, "held_stock", some));
    }
    List<Open> open = new ArrayList<>();
    Set<String> asked = new HashSet<>(stock);
    for (List<String> some : chunks(holders)) {
      snapshot.getAll(InventoryTypes.CLAIM, some).values().stream()
          .map(stored -> stored.value())
          .filter(claim -> claim.status() == ClaimDocument.Status.ACTIVE && !claim.counts(now))
          .forEach(claim -> add(claim, asked, open));
    }
    return open;
  }

  private static void add(ClaimDocument claim, Set<String> asked, List<Open> open) {
    for (ClaimDocument.Line line : claim.lines()) {
      // a hold on several products is found by one that was asked for and names others too
      if (asked.contains(ClaimDocument.heldStock(line.sku(), claim.warehouse()))) {
        open.add(new Open(line.sku(), claim.warehouse(), line.open()));
      }
    }
  }

  private static List<List<String>> chunks(Set<String> all) {
    List<String> list = List.copyOf(all);
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < list.size(); from += CHUNK) {
      chunks.add(list.subList(from, Math.min(list.size(), from + CHUNK)));
    }
    return chunks;
  }
}
