package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.tenant.NegativeStock;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.api.tenant.Rounding;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.tenant.TenantDocument;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A view for tests of rules: all rows at hand, no store behind them. Decisions can be applied to
 * it, each like a commit of its own.
 */
public final class KnownView implements View {
  /** Time of every decision made with {@link #context}. */
  public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private record Row(Object value, long version) {}

  private final Map<DocKey, Row> documents = new LinkedHashMap<>();
  private final Map<DocKey, List<?>> lines = new HashMap<>();
  private final Map<BalanceRef, Balance> balances = new LinkedHashMap<>();
  private long sequence = 1;

  /** Returns the context of a decision by user {@code clerk} in a tenant that counts in CNY. */
  public static Context context() {
    return context(new Rights("clerk", Set.of(), Map.of()));
  }

  /** Returns the context of a decision by somebody with these rights. */
  public static Context context(Rights rights) {
    return context(Actor.of("acme", rights.user()), rights);
  }

  /** Returns the context of a decision by an actor with these rights. */
  public static Context context(Actor actor, Rights rights) {
    return new Context(
        actor,
        rights,
        NOW,
        new TenantDocument(
            "CNY",
            "Asia/Shanghai",
            NegativeStock.REFUSE,
            true,
            Rounding.PER_LINE,
            ReturnCost.ORIGINAL,
            Duration.ofMinutes(30),
            Duration.ofDays(7)),
        new ArrayList<>(),
        () -> UUID.randomUUID().toString());
  }

  /** Returns the events of a decision, in order. */
  public static List<JxcEvent> events(Decision<?> decision) {
    return decision.changes().events();
  }

  /** Commits a decision. */
  public <R> R apply(Decision<R> decision) {
    sequence++;
    for (Changes.Put put : decision.changes().puts()) {
      DocKey key = new DocKey(put.type(), put.key());
      documents.remove(key);
      put.after().ifPresent(after -> documents.put(key, new Row(after, sequence)));
      put.lines().ifPresent(all -> lines.put(key, all));
    }
    for (Changes.Moved moved : decision.changes().moved()) {
      balances.put(
          BalanceRef.of(moved.type(), moved.key()),
          new Balance(moved.type(), moved.key(), moved.values()));
    }
    return decision.result();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(DocType<T> type, String key) {
    // a row under this type can only have come in as a T
    return Optional.ofNullable(documents.get(new DocKey(type, key))).map(row -> (T) row.value());
  }

  @Override
  public <T> Map<String, T> getAll(DocType<T> type, Collection<String> keys) {
    Map<String, T> found = new LinkedHashMap<>();
    keys.forEach(key -> get(type, key).ifPresent(document -> found.put(key, document)));
    return found;
  }

  @Override
  public void want(DocType<?> type, Collection<String> keys) {}

  @Override
  public long version(DocType<?> type, String key) {
    return Optional.ofNullable(documents.get(new DocKey(type, key))).map(Row::version).orElse(0L);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T, L> List<L> lines(LinedType<T, L> type, String key) {
    // lines under this type can only have come in as L
    return (List<L>) lines.getOrDefault(new DocKey(type, key), List.of());
  }

  @Override
  public <T> List<T> range(DocType<T> type, String prefix, int limit) {
    List<String> keys =
        documents.keySet().stream()
            .filter(name -> name.type().equals(type) && name.key().startsWith(prefix))
            .map(DocKey::key)
            .sorted(Names::compareUtf8)
            .toList();
    return Limits.range(type.name(), List.copyOf(getAll(type, keys).values()), limit);
  }

  @Override
  public List<IndexEntry> index(DocType<?> type, String index, Collection<String> values) {
    return entries(type, index).stream().filter(e -> values.contains(e.value())).toList();
  }

  @Override
  public List<IndexEntry> indexRange(DocType<?> type, String index, String prefix, int limit) {
    return Limits.range(
        index,
        entries(type, index).stream().filter(e -> e.value().startsWith(prefix)).toList(),
        limit);
  }

  private <T> List<IndexEntry> entries(DocType<T> type, String index) {
    List<IndexEntry> entries = new ArrayList<>();
    for (T document : range(type, "", MAX_RANGE)) {
      type.indexValues(document)
          .getOrDefault(index, Set.of())
          .forEach(value -> entries.add(new IndexEntry(value, type.key(document))));
    }
    entries.sort(IndexOverlay.ORDER);
    return entries;
  }

  @Override
  public Map<BalanceKey, Balance> balances(BalanceType type, Collection<BalanceKey> keys) {
    Map<BalanceKey, Balance> found = new LinkedHashMap<>();
    for (BalanceKey key : keys) {
      Balance known = balances.get(BalanceRef.of(type, key));
      found.put(
          key,
          known != null ? known : new Balance(type, key, BalanceRow.absent(type, key).values()));
    }
    return found;
  }

  @Override
  public void wantBalances(BalanceType type, Collection<BalanceKey> keys) {}

  @Override
  public Map<List<String>, List<Balance>> balanceRange(
      BalanceType type, Collection<List<String>> prefixes) {
    Map<List<String>, List<Balance>> found = new LinkedHashMap<>();
    for (List<String> prefix : prefixes) {
      found.put(
          prefix,
          balances.values().stream()
              .filter(b -> b.type().equals(type) && b.key().startsWith(prefix))
              .sorted(Comparator.comparing(Balance::key))
              .toList());
    }
    return found;
  }
}
