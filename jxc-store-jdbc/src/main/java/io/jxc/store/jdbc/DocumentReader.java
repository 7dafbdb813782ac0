package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoreView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads documents, their lines and index rows. */
final class DocumentReader {
  private static final int MOST = StoreView.MAX_INDEX_ENTRIES + 1;

  private final Reads reads;
  private final Registry registry;
  private final TenantId tenant;
  private final Dialect dialect;

  DocumentReader(Reads reads, Registry registry, TenantId tenant, Dialect dialect) {
    this.reads = reads;
    this.registry = registry;
    this.dialect = dialect;
    this.tenant = tenant;
  }

  List<DocumentRow> byKeys(String type, Collection<String> keys) {
    DocumentTable table = registry.document(type);
    List<DocumentRow> rows = new ArrayList<>();
    for (List<String> chunk : Ranges.chunks(keys)) {
      KeyedQuery query =
          KeyedQuery.of(
              dialect,
              table.table(),
              new KeyedQuery.Scope(table.scopeColumns(), table.scope(tenant)),
              List.of("doc_key"),
              utf8(chunk),
              KeyedQuery.End.NONE);
      rows.addAll(reads.list(query, (row, ctx) -> table.read(row)));
    }
    return rows;
  }

  /** Types that share a table are read by one statement. */
  List<DocumentRow> byKeys(Map<String, ? extends Collection<String>> keys) {
    List<DocumentRow> rows = new ArrayList<>();
    List<Name> shared = new ArrayList<>();
    keys.forEach(
        (type, some) -> {
          if (keys.size() > 1 && registry.document(type).shared()) {
            some.forEach(key -> shared.add(new Name(type, key)));
          } else {
            rows.addAll(byKeys(type, some));
          }
        });
    for (List<Name> chunk : Ranges.chunks(shared)) {
      KeyedQuery query =
          KeyedQuery.of(
              dialect,
              TableLayouts.document(),
              new KeyedQuery.Scope(List.of("tenant"), List.of(Names.utf8(tenant.value()))),
              List.of("type", "doc_key"),
              chunk.stream().map(Name::utf8).toList(),
              KeyedQuery.End.NONE);
      rows.addAll(
          reads.list(query, (row, ctx) -> registry.document(text(row.getBytes(1))).read(row, 2)));
    }
    return rows;
  }

  /** Names a document of the shared table. */
  private record Name(String type, String key) {
    List<byte[]> utf8() {
      return List.of(Names.utf8(type), Names.utf8(key));
    }
  }

  private static List<List<byte[]>> utf8(List<String> keys) {
    return keys.stream().map(key -> List.of(Names.utf8(key))).toList();
  }

  List<LineRow> lines(String type, Collection<String> keys, int from, int to) {
    LineTable table = registry.lines(type);
    List<LineRow> rows = new ArrayList<>();
    TreeSet<String> sorted = new TreeSet<>(Names::compareUtf8);
    sorted.addAll(keys);
    KeyedQuery.End end =
        new KeyedQuery.End(
            " AND line_no BETWEEN ? AND ? ORDER BY doc_key, line_no", List.of(from, to));
    for (List<String> chunk : Ranges.chunks(sorted)) {
      KeyedQuery query =
          KeyedQuery.of(
              dialect,
              table.table(),
              new KeyedQuery.Scope(table.scopeColumns(), table.scope(tenant)),
              List.of("doc_key"),
              utf8(chunk),
              end);
      rows.addAll(reads.list(query, (row, ctx) -> table.read(row)));
    }
    return rows;
  }

  List<DocumentRow> range(String type, String prefix, String after, int limit) {
    Ranges.requireLimit(limit, MOST);
    DocumentTable table = registry.document(type);
    List<Object> values = new ArrayList<>(table.scope(tenant));
    values.add(Names.utf8(prefix));
    values.add(Ranges.after(prefix));
    values.add(Names.utf8(after));
    values.add(limit);
    return reads.list(
        table.select()
            + " AND doc_key >= ? AND doc_key < ? AND doc_key > ?"
            + Ranges.first(table.scopeColumns(), List.of("doc_key"), false),
        values,
        (row, ctx) -> table.read(row));
  }

  List<IndexEntry> index(String type, String index, String prefix, boolean exact, int limit) {
    Ranges.requireLimit(limit, MOST);
    registry.document(type).declared().index(index);
    List<Object> values = new ArrayList<>();
    values.add(Names.utf8(tenant.value()));
    values.add(Names.utf8(type));
    values.add(Names.utf8(index));
    values.add(Names.utf8(prefix));
    if (!exact) {
      values.add(Ranges.after(prefix));
    }
    values.add(limit);
    return reads.list(
        "SELECT val, doc_key FROM jxc_index WHERE tenant = ? AND type = ? AND idx = ? AND val "
            + (exact ? "= ?" : ">= ? AND val < ?")
            + Ranges.first(List.of("tenant", "type", "idx"), List.of("val", "uniq"), false),
        values,
        (row, ctx) -> new IndexEntry(text(row.getBytes(1)), text(row.getBytes(2))));
  }

  List<IndexEntry> index(String type, String index, Collection<String> values) {
    registry.document(type).declared().index(index);
    List<Object> scope = List.of(Names.utf8(tenant.value()), Names.utf8(type), Names.utf8(index));
    List<IndexEntry> entries = new ArrayList<>();
    for (List<String> chunk : Ranges.chunks(values)) {
      int left = MOST - entries.size();
      if (left == 0) {
        break;
      }
      KeyedQuery query =
          KeyedQuery.of(
              dialect,
              TableLayouts.index(),
              new KeyedQuery.Scope(List.of("tenant", "type", "idx"), scope),
              List.of("val"),
              utf8(chunk),
              new KeyedQuery.End(" LIMIT ?", List.of(left)));
      entries.addAll(
          reads.list(
              query, (row, ctx) -> new IndexEntry(text(row.getBytes(1)), text(row.getBytes(3)))));
    }
    return entries;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
