package io.jxc.store.memory;

import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers the questions of a view about one sequence. */
final class Reads {
  private static final int MAX_BALANCES = 100_001;
  private static final int MAX_JOURNAL_ROWS = 10_000;

  private final Tables tables;
  private final long snapshot;

  Reads(Tables tables, long snapshot) {
    this.tables = tables;
    this.snapshot = snapshot;
  }

  List<DocumentRow> documents(String type, Collection<String> keys) {
    return found(tables.document(type).rows(), keys);
  }

  List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
    VersionedMap<LineKey, LineRow> rows = tables.document(type).lines().rows();
    TreeSet<String> keys = new TreeSet<>(Names::compareUtf8);
    keys.addAll(documentKeys);
    List<LineRow> lines = new ArrayList<>();
    for (String key : keys) {
      Iterator<LineRow> following = rows.from(new LineKey(key, from), true, snapshot);
      while (following.hasNext()) {
        LineRow line = following.next();
        if (!line.documentKey().equals(key) || line.lineNo() > to) {
          break;
        }
        lines.add(line);
      }
    }
    return lines;
  }

  List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
    requireLimit(limit, Integer.MAX_VALUE);
    VersionedMap<String, DocumentRow> rows = tables.document(type).rows();
    boolean fromPrefix = Names.compareUtf8(prefix, after) > 0;
    Iterator<DocumentRow> following = rows.from(fromPrefix ? prefix : after, fromPrefix, snapshot);
    List<DocumentRow> documents = new ArrayList<>();
    while (documents.size() < limit && following.hasNext()) {
      DocumentRow document = following.next();
      if (!document.key().startsWith(prefix)) {
        break;
      }
      documents.add(document);
    }
    return documents;
  }

  List<IndexEntry> indexRange(String type, String index, String prefix, boolean exact, int limit) {
    requireLimit(limit, StoreView.MAX_INDEX_ENTRIES + 1);
    Iterator<IndexEntry> following = tables.document(type).index(index).from(prefix, snapshot);
    List<IndexEntry> entries = new ArrayList<>();
    while (entries.size() < limit && following.hasNext()) {
      IndexEntry entry = following.next();
      if (exact ? !entry.value().equals(prefix) : !entry.value().startsWith(prefix)) {
        break;
      }
      entries.add(entry);
    }
    return entries;
  }

  List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
    return found(tables.balance(type).rows(), keys);
  }

  List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit) {
    requireLimit(limit, MAX_BALANCES);
    BalanceTable table = tables.balance(type);
    TreeSet<BalanceKey> sorted = new TreeSet<>();
    prefixes.forEach(prefix -> sorted.add(new BalanceKey(prefix)));
    requireSameLength(table.type(), sorted);
    List<BalanceRow> balances = new ArrayList<>();
    for (BalanceKey prefix : sorted) {
      Iterator<BalanceRow> rows = table.startingWith(prefix.dimensions(), snapshot);
      while (balances.size() < limit && rows.hasNext()) {
        balances.add(rows.next());
      }
    }
    return balances;
  }

  Slice list(ListQuery query) {
    ListingSource source = listing(query);
    AttributeLayout layout = layout(query.source(), query.type());
    FilterMatcher<StoredRow> filter =
        new FilterMatcher<>(query.filters(), name -> Column.of(layout, name));
    return new ListReader(query, source).read(filter, snapshot);
  }

  List<JournalRow> journal(Set<String> types, long after, int limit) {
    requireLimit(limit, MAX_JOURNAL_ROWS);
    List<RowLog> logs =
        types.isEmpty()
            ? List.of(tables.journal())
            : types.stream().map(type -> tables.journal(type).rows()).toList();
    return JournalReader.read(logs, after, snapshot, limit);
  }

  List<AggregateQuery.Row> aggregate(AggregateQuery query) {
    if (query.source() == Source.BALANCES) {
      BalanceTable table = tables.balance(query.type());
      requireDimensions(table.type(), query.groupBy());
      return new Aggregation<BalanceRow>(query, name -> Column.of(table.type(), name))
          .of(table.rows(query.filters(), snapshot));
    }
    AttributeLayout layout = layout(query.source(), query.type());
    Aggregation<StoredRow> aggregation = new Aggregation<>(query, name -> Column.of(layout, name));
    Optional<ListingRange> range = ListingRange.of(query, listings(query.source(), query.type()));
    return aggregation.of(
        range.isPresent() ? range.get().rows(snapshot) : rows(query.source(), query.type()));
  }

  private ListingSource listing(ListQuery query) {
    return switch (query.source()) {
      case DOCUMENTS -> tables.document(query.type()).listing(query.listing());
      case LINES -> tables.document(query.type()).lines().listing(query.listing());
      case JOURNAL -> tables.journal(query.type()).listing(query.listing());
      case BALANCES -> throw new IllegalArgumentException("balances have no listing");
    };
  }

  private AttributeLayout layout(Source source, String type) {
    return switch (source) {
      case DOCUMENTS -> tables.document(type).type().attributes();
      case LINES -> tables.document(type).lines().type().attributes();
      case JOURNAL -> tables.journal(type).type().attributes();
      case BALANCES -> throw new IllegalArgumentException("balances have no attributes");
    };
  }

  private Collection<? extends ListingSource> listings(Source source, String type) {
    return switch (source) {
      case DOCUMENTS -> tables.document(type).listings();
      case LINES -> tables.document(type).lines().listings();
      case JOURNAL -> tables.journal(type).listings();
      case BALANCES -> List.of();
    };
  }

  private Iterator<? extends StoredRow> rows(Source source, String type) {
    return switch (source) {
      case DOCUMENTS -> tables.document(type).rows().all(snapshot);
      case LINES -> tables.document(type).lines().rows().all(snapshot);
      case JOURNAL -> JournalReader.all(tables.journal(type).rows(), snapshot);
      case BALANCES -> throw new IllegalArgumentException("balances have no attributes");
    };
  }

  private <K, V> List<V> found(VersionedMap<K, V> rows, Collection<K> keys) {
    List<V> found = new ArrayList<>(keys.size());
    for (K key : new LinkedHashSet<>(keys)) {
      V row = rows.at(key, snapshot);
      if (row != null) {
        found.add(row);
      }
    }
    return found;
  }

  private static void requireLimit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new IllegalArgumentException("a limit is 1.." + most + ", found " + limit);
    }
  }

  private static void requireSameLength(BalanceType type, Set<BalanceKey> prefixes) {
    long lengths = prefixes.stream().mapToInt(p -> p.dimensions().size()).distinct().count();
    boolean fits =
        prefixes.stream()
            .mapToInt(p -> p.dimensions().size())
            .allMatch(length -> length >= 1 && length <= type.dimensions().size());
    if (lengths > 1 || !fits) {
      throw new IllegalArgumentException(
          "prefixes have one length, 1.." + type.dimensions().size() + " dimensions");
    }
  }

  private static void requireDimensions(BalanceType type, List<String> groupBy) {
    if (!type.dimensions().containsAll(groupBy)) {
      throw new IllegalArgumentException(
          type.name() + " is grouped by its dimensions " + type.dimensions());
    }
  }
}
