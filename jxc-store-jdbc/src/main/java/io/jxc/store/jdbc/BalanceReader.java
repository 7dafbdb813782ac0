package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Reads balances by key and by their first dimensions. */
final class BalanceReader {
  private static final int MOST = 100_001;

  private final Reads reads;
  private final Registry registry;
  private final byte[] tenant;
  private final Dialect dialect;

  BalanceReader(Reads reads, Registry registry, TenantId tenant, Dialect dialect) {
    this.reads = reads;
    this.registry = registry;
    this.dialect = dialect;
    this.tenant = Names.utf8(tenant.value());
  }

  List<BalanceRow> byKeys(String type, Collection<BalanceKey> keys) {
    BalanceTable table = registry.balance(type);
    keys.forEach(key -> requireWidth(table, key, table.type().dimensions().size()));
    List<BalanceRow> rows = new ArrayList<>();
    for (List<BalanceKey> chunk : Ranges.chunks(keys)) {
      rows.addAll(read(table, chunk, KeyedQuery.End.NONE));
    }
    return rows;
  }

  List<BalanceRow> range(String type, Collection<List<String>> prefixes, int limit) {
    Ranges.requireLimit(limit, MOST);
    BalanceTable table = registry.balance(type);
    TreeSet<BalanceKey> sorted = new TreeSet<>();
    prefixes.forEach(prefix -> sorted.add(new BalanceKey(prefix)));
    if (sorted.isEmpty()) {
      return List.of();
    }
    int width = sorted.first().dimensions().size();
    sorted.forEach(prefix -> requireWidth(table, prefix, width));
    String order = " ORDER BY " + String.join(", ", table.dimensions()) + " LIMIT ?";
    List<BalanceRow> rows = new ArrayList<>();
    // Prefixes of one length in order: the chunks are in order as well.
    for (List<BalanceKey> chunk : Ranges.chunks(sorted)) {
      if (rows.size() < limit) {
        KeyedQuery.End end = new KeyedQuery.End(order, List.of(limit - rows.size()));
        rows.addAll(read(table, chunk, end));
      }
    }
    return rows;
  }

  private List<BalanceRow> read(BalanceTable table, List<BalanceKey> keys, KeyedQuery.End end) {
    List<List<byte[]>> utf8 = new ArrayList<>(keys.size());
    for (BalanceKey key : keys) {
      utf8.add(key.dimensions().stream().map(Names::utf8).toList());
    }
    KeyedQuery query =
        KeyedQuery.of(
            dialect,
            table.table(),
            new KeyedQuery.Scope(List.of("tenant"), List.of(tenant)),
            table.dimensions().subList(0, keys.get(0).dimensions().size()),
            utf8,
            end);
    return reads.list(query, (row, ctx) -> table.read(row));
  }

  private static void requireWidth(BalanceTable table, BalanceKey key, int width) {
    int found = key.dimensions().size();
    if (found != width || found < 1 || found > table.type().dimensions().size()) {
      throw new IllegalArgumentException(
          table.type().name() + " has dimensions " + table.type().dimensions() + ", found " + key);
    }
  }
}
