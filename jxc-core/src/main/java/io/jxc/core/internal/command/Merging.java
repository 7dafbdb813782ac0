package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays the changes of one accepted command over the working set. */
final class Merging {
  private Merging() {}

  /** Merges, and returns what the audit has to tell. */
  static List<Touched> merge(Changes changes, WorkingSet working) {
    List<Touched> audited = new ArrayList<>();
    for (Changes.Put put : changes.puts()) {
      Touched touched = put(put.type(), put, working);
      if (!put.type().technical()
          && (touched.before().isPresent() || touched.after().isPresent())) {
        audited.add(touched);
      }
    }
    changes.moved().forEach(working.balances::moved);
    return audited;
  }

  @SuppressWarnings("unchecked")
  private static <T> Touched put(DocType<T> type, Changes.Put put, WorkingSet working) {
    DocState state = working.changed(type, put.key());
    Optional<Stored<?>> before = state.current;
    Optional<Stored<?>> after = put.after().map(value -> decided(type, (T) value, before));
    // puts and states under this type can only hold a T
    working.indexes.overlay.change(
        type,
        put.key(),
        before.map(stored -> (T) stored.value()),
        after.map(stored -> (T) stored.value()));
    state.current = after;
    List<StoredLine<?>> linesBefore = state.lines == null ? List.of() : state.lines;
    Optional<List<StoredLine<?>>> linesAfter = Optional.empty();
    if (type instanceof LinedType<?, ?> lined && put.lines().isPresent()) {
      linesAfter = Optional.of(lines((LinedType<T, ?>) lined, put, linesBefore));
      state.lines = linesAfter.get();
      if (state.baseLines == null) {
        state.baseLines = List.of();
      }
    }
    return new Touched(type, put.key(), before, after, linesBefore, linesAfter);
  }

  private static <T> Stored<?> decided(DocType<T> type, T value, Optional<Stored<?>> before) {
    return Stored.decided(type, value, before.flatMap(Stored::unknown));
  }

  @SuppressWarnings("unchecked")
  private static <T, L> List<StoredLine<?>> lines(
      LinedType<T, L> type, Changes.Put put, List<StoredLine<?>> before) {
    if (put.after().isEmpty()) {
      return List.of();
    }
    // the put under this type can only hold a T and lines of L
    T header = (T) put.after().get();
    Map<Integer, StoredLine<?>> old = new HashMap<>();
    before.forEach(line -> old.put(line.number(), line));
    List<StoredLine<?>> after = new ArrayList<>();
    for (Object line : put.lines().orElseThrow()) {
      after.add(line(type, header, (L) line, old.get(type.number((L) line))));
    }
    return after;
  }

  private static <T, L> StoredLine<L> line(
      LinedType<T, L> type, T header, L line, @Nullable StoredLine<?> old) {
    if (old != null && old.value().equals(line)) {
      return type.kept(header, line, old);
    }
    return type.decided(header, line, old == null ? Optional.empty() : old.unknown());
  }
}
