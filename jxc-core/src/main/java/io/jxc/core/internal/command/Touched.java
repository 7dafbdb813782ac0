package io.jxc.core.internal.command;

import io.jxc.api.audit.ChangeKind;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Chain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document before and after one command, for the audit.
 *
 * @param type its binding
 * @param key its key
 * @param before as it was
 * @param after as it is
 * @param linesBefore its lines before, where they were touched
 * @param linesAfter its lines after, where they were touched
 */
record Touched(
    DocType<?> type,
    String key,
    Optional<Stored<?>> before,
    Optional<Stored<?>> after,
    List<StoredLine<?>> linesBefore,
    Optional<List<StoredLine<?>>> linesAfter) {

  /** Returns what the audit keeps of it. */
  ObjectEntry audited() {
    ChangeKind kind =
        before.isEmpty()
            ? ChangeKind.CREATED
            : after.isEmpty() ? ChangeKind.DELETED : ChangeKind.UPDATED;
    List<ObjectEntry.Field> fields = new ArrayList<>();
    if (kind == ChangeKind.CREATED && type.declaration().dedicated()) {
      columns(after.get().content().attributes(), fields);
    } else {
      RecordDiff diff = new RecordDiff(fields);
      diff.compare("", before.map(Stored::value), after.map(Stored::value));
      lines(diff);
    }
    Optional<String> digest =
        after.map(now -> Chain.rowDigest(type.name(), key, now.content()).hex());
    return new ObjectEntry(type.name(), key, kind, fields, digest, linesDigest());
  }

  private Optional<String> linesDigest() {
    if (after.isEmpty() || linesAfter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        DocumentDigest.ofLines(
                type.name(),
                key,
                linesAfter.get().stream()
                    .map(line -> new DocumentDigest.Line(line.number(), line.content()))
                    .toList())
            .hex());
  }

  private void lines(RecordDiff diff) {
    if (linesAfter.isEmpty()) {
      return;
    }
    Map<Integer, StoredLine<?>> old = new HashMap<>();
    linesBefore.forEach(line -> old.put(line.number(), line));
    for (StoredLine<?> line : linesAfter.get()) {
      Optional<?> was = Optional.ofNullable(old.remove(line.number())).map(StoredLine::value);
      diff.compare("lines[" + line.number() + "].", was, Optional.of(line.value()));
    }
    old.values()
        .forEach(
            gone ->
                diff.compare(
                    "lines[" + gone.number() + "].", Optional.of(gone.value()), Optional.empty()));
  }

  /** A new hot document is told by its columns; its digest stands for the rest. */
  private static void columns(AttributeValues values, List<ObjectEntry.Field> fields) {
    List<Attribute> declared = values.layout().attributes();
    for (int i = 0; i < declared.size(); i++) {
      String name = declared.get(i).name();
      values
          .at(i)
          .ifPresent(
              value ->
                  fields.add(
                      new ObjectEntry.Field(
                          name, Optional.empty(), Optional.of(value.toString()))));
    }
  }
}
