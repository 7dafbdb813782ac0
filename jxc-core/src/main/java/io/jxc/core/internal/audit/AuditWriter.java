package io.jxc.core.internal.audit;

import io.jxc.spi.store.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** Turns what a command did into journal entries: its audit entry, and a mark for each object. */
public final class AuditWriter {
  private static final int MAX_BYTES = 64 * 1024;

  private AuditWriter() {}

  /** Returns the entries of a command. */
  public static List<JournalEntry> entries(AuditEntry whole) {
    List<JournalEntry> entries = new ArrayList<>();
    List<ObjectEntry> some = new ArrayList<>();
    int bytes = 0;
    long part = 0;
    for (ObjectEntry object : whole.objects()) {
      for (ObjectEntry piece : pieces(object)) {
        int size = size(piece);
        if (bytes + size > MAX_BYTES && !some.isEmpty()) {
          write(whole.with(part++, some), entries);
          some.clear();
          bytes = 0;
        }
        some.add(piece);
        bytes += size;
      }
    }
    if (part == 0 || !some.isEmpty()) {
      write(whole.with(part, some), entries);
    }
    return entries;
  }

  private static void write(AuditEntry entry, List<JournalEntry> into) {
    into.add(AuditTypes.AUDIT.encode(entry));
    long back = 1;
    for (ObjectEntry object : entry.objects()) {
      into.add(AuditTypes.OBJECT.encode(new ObjectMark(object.reference(), entry.at(), back++)));
    }
  }

  /** Splits an object whose fields take more than one entry. */
  private static List<ObjectEntry> pieces(ObjectEntry object) {
    if (size(object) <= MAX_BYTES) {
      return List.of(object);
    }
    List<ObjectEntry> pieces = new ArrayList<>();
    List<ObjectEntry.Field> fields = new ArrayList<>();
    int bytes = 0;
    for (ObjectEntry.Field field : object.fields()) {
      if (bytes + size(field) > MAX_BYTES && !fields.isEmpty()) {
        pieces.add(with(object, fields));
        fields = new ArrayList<>();
        bytes = 0;
      }
      fields.add(field);
      bytes += size(field);
    }
    pieces.add(with(object, fields));
    return pieces;
  }

  private static ObjectEntry with(ObjectEntry object, List<ObjectEntry.Field> fields) {
    return new ObjectEntry(
        object.type(), object.key(), object.kind(), fields, object.digest(), object.lines());
  }

  private static int size(ObjectEntry object) {
    int bytes = 200 + object.key().length();
    for (ObjectEntry.Field field : object.fields()) {
      bytes += size(field);
    }
    return bytes;
  }

  private static int size(ObjectEntry.Field field) {
    return 40
        + 3 * field.name().length()
        + 3 * field.before().map(String::length).orElse(0)
        + 3 * field.after().map(String::length).orElse(0);
  }
}
