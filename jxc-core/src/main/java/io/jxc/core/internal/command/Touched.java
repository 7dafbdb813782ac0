package io.jxc.core.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.jxc.api.audit.ChangeKind;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.Json;
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
import java.util.TreeSet;

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

  private static final int MAX_TEXT = 500;

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
      compare("", tree(before), tree(after), fields);
      lines(fields);
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

  private void lines(List<ObjectEntry.Field> fields) {
    if (linesAfter.isEmpty()) {
      return;
    }
    Map<Integer, StoredLine<?>> old = new HashMap<>();
    linesBefore.forEach(line -> old.put(line.number(), line));
    for (StoredLine<?> line : linesAfter.get()) {
      StoredLine<?> was = old.remove(line.number());
      if (was == null || !was.content().equals(line.content())) {
        String path = "lines[" + line.number() + "].";
        compare(
            path,
            was == null ? Json.object() : Json.tree(was.content().body()),
            Json.tree(line.content().body()),
            fields);
      }
    }
    for (StoredLine<?> gone : old.values()) {
      compare(
          "lines[" + gone.number() + "].", Json.tree(gone.content().body()), Json.object(), fields);
    }
  }

  private static JsonNode tree(Optional<Stored<?>> stored) {
    return stored
        .<JsonNode>map(present -> Json.tree(present.content().body()))
        .orElseGet(Json::object);
  }

  private static void compare(
      String path, JsonNode before, JsonNode after, List<ObjectEntry.Field> fields) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode was = before.path(name);
      JsonNode is = after.path(name);
      if (was.equals(is)) {
        continue;
      }
      if (was.isObject() && is.isObject()) {
        compare(path + name + ".", was, is, fields);
      } else {
        fields.add(new ObjectEntry.Field(path + name, text(was), text(is)));
      }
    }
  }

  private static Optional<String> text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    String text = node.isValueNode() ? node.asText() : node.toString();
    return Optional.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text);
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
