package io.jxc.store.jdbc;

import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads journals of several tables as one log, in order of sequence. */
final class JournalReader {
  private static final int MOST = 10_001;
  private static final List<String> SEQUENCE = List.of("sequence");

  private final Reads reads;
  private final Registry registry;
  private final Head head;

  JournalReader(Reads reads, Registry registry, Head head) {
    this.reads = reads;
    this.registry = registry;
    this.head = head;
  }

  List<JournalRow> read(Set<String> types, long after, int limit) {
    Ranges.requireLimit(limit, MOST);
    Set<String> wanted = types.isEmpty() ? registry.journals().keySet() : types;
    Map<String, List<JournalTable>> tables = new LinkedHashMap<>();
    for (String type : new LinkedHashSet<>(wanted)) {
      JournalTable table = registry.journal(type);
      tables.computeIfAbsent(table.table().name(), n -> new ArrayList<>()).add(table);
    }
    if (types.isEmpty()) {
      // Almost every number is an entry's: the next few hundred mostly are the next entries.
      long upTo = after + Math.min(limit, Long.MAX_VALUE - after);
      List<JournalRow> rows = upTo(tables.values(), after, upTo, limit);
      if (rows.size() == limit || upTo >= head.sequence()) {
        return rows;
      }
    }
    return upTo(tables.values(), after, Long.MAX_VALUE, limit);
  }

  /** The first rows up to a sequence: each full table bounds what the others are asked for. */
  private List<JournalRow> upTo(
      Collection<List<JournalTable>> tables, long after, long upTo, int limit) {
    List<JournalRow> rows = new ArrayList<>();
    long bound = upTo;
    for (List<JournalTable> types : tables) {
      rows.addAll(table(types, after, bound, limit));
      rows.sort(Comparator.comparingLong(JournalRow::sequence));
      if (rows.size() >= limit) {
        rows = new ArrayList<>(rows.subList(0, limit));
        bound = rows.get(limit - 1).sequence();
      }
    }
    return rows;
  }

  private List<JournalRow> table(List<JournalTable> types, long after, long upTo, int limit) {
    JournalTable first = types.get(0);
    List<Object> values = new ArrayList<>();
    values.add(Names.utf8(head.tenant().value()));
    values.add(after);
    values.add(upTo);
    String where = " WHERE tenant = ? AND sequence > ? AND sequence <= ?";
    if (!first.shared()) {
      values.add(limit);
      return reads.list(
          first.table().select(1) + where + Ranges.first(List.of("tenant"), SEQUENCE, false),
          values,
          (row, ctx) -> first.read(row));
    }
    Map<String, JournalTable> byName = new LinkedHashMap<>();
    types.forEach(type -> byName.put(type.type(), type));
    byName.keySet().forEach(name -> values.add(Names.utf8(name)));
    values.add(limit);
    List<String> fixed = types.size() == 1 ? first.scopeColumns() : List.of("tenant");
    String in = String.join(", ", Collections.nCopies(types.size(), "?"));
    return reads.list(
        "SELECT sequence, format, attributes, body, type FROM "
            + first.table().name()
            + (where + " AND type IN (" + in + ")" + Ranges.first(fixed, SEQUENCE, false)),
        values,
        (row, ctx) -> {
          String type = new String(row.getBytes(5), StandardCharsets.UTF_8);
          return registry.journal(type).read(row);
        });
  }
}
