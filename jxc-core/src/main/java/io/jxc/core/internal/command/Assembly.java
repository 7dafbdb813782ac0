package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Turns what a batch has changed into one change set: each row once, from first to last state. */
final class Assembly {
  private final ChangeSet.Builder builder;

  private Assembly(ChangeSet.Builder builder) {
    this.builder = builder;
  }

  static ChangeSet of(
      TenantId tenant, WorkingSet working, List<JournalEntry> entries, UUID block, Instant at) {
    Assembly assembly = new Assembly(ChangeSet.builder(tenant, working.basedOn(), block, at));
    working.documents.forEach(
        (name, state) -> {
          if (state.dirty) {
            assembly.document(name.type(), name.key(), state);
          }
        });
    working.balances.eachMoved(assembly::balance);
    entries.forEach(assembly.builder::entry);
    return assembly.builder.build();
  }

  private <T> void document(DocType<T> type, String key, DocState state) {
    if (state.base.isEmpty() && state.current.isEmpty()) {
      return;
    }
    long version = state.base.map(Stored::version).orElse(0L);
    Optional<DocumentChange.Content> content = state.current.map(Stored::content);
    lines(type.name(), key, state);
    // what was put is written even if it says the same: its version is the one the command answers
    builder.document(new DocumentChange(type.name(), key, version, content));
    indexes(type, key, state);
  }

  private void lines(String type, String key, DocState state) {
    List<StoredLine<?>> after = state.lines;
    if (after == null || state.baseLines == null) {
      return;
    }
    Map<Integer, StoredLine<?>> old = new HashMap<>();
    state.baseLines.forEach(line -> old.put(line.number(), line));
    for (StoredLine<?> line : after) {
      StoredLine<?> was = old.remove(line.number());
      if (was == null || !was.content().equals(line.content())) {
        LineChange.Operation operation =
            was == null ? LineChange.Operation.INSERT : LineChange.Operation.UPDATE;
        builder.line(
            new LineChange(type, key, line.number(), operation, Optional.of(line.content())));
      }
    }
    for (int gone : old.keySet()) {
      builder.line(new LineChange(type, key, gone, LineChange.Operation.DELETE, Optional.empty()));
    }
  }

  private <T> void indexes(DocType<T> type, String key, DocState state) {
    Map<String, Set<String>> before = values(type, state.base);
    Map<String, Set<String>> after = values(type, state.current);
    before.forEach(
        (index, values) ->
            values.stream()
                .filter(value -> !after.getOrDefault(index, Set.of()).contains(value))
                .forEach(
                    value ->
                        builder.index(new IndexChange(type.name(), index, value, key, false))));
    after.forEach(
        (index, values) ->
            values.stream()
                .filter(value -> !before.getOrDefault(index, Set.of()).contains(value))
                .forEach(
                    value -> builder.index(new IndexChange(type.name(), index, value, key, true))));
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, Set<String>> values(DocType<T> type, Optional<Stored<?>> stored) {
    // a state under this type can only hold a T
    return stored
        .map(present -> type.indexValues((T) present.value(), present.content().attributes()))
        .orElseGet(Map::of);
  }

  private void balance(BalanceState state) {
    BalanceType type = state.type;
    if (state.current.equals(state.base.values())) {
      return;
    }
    int columns = type.columns().size();
    List<BigDecimal> deltas = new ArrayList<>(columns);
    List<Optional<BigDecimal>> latest = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      BigDecimal before = state.base.values().get(i);
      BigDecimal after = state.current.get(i);
      boolean same = before.compareTo(after) == 0;
      boolean sum = type.columns().get(i).movement() == BalanceType.Movement.SUM;
      deltas.add(same || !sum ? zero(after.scale()) : after.subtract(before));
      latest.add(same || sum ? Optional.empty() : Optional.of(after));
    }
    boolean vanishes =
        type.deleteWhenZero()
            && state.base.version() > 0
            && state.current.stream().allMatch(value -> value.signum() == 0);
    builder.balance(
        new BalanceChange(
            type.name(),
            state.base.key(),
            state.base.version(),
            deltas,
            latest,
            state.floors,
            vanishes));
  }

  private static BigDecimal zero(int scale) {
    return BigDecimal.valueOf(0, scale);
  }
}
