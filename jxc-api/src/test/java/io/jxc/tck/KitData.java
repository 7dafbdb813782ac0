package io.jxc.tck;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.LineChange.Operation;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.util.Optional;

/** Rows of the kit's types, made short. */
final class KitData {
  private KitData() {}

  static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }

  static Bytes body(String text) {
    return Bytes.wrap(Names.utf8(text));
  }

  /** Attributes as name, value, name, value …; those not named are absent. */
  static AttributeValues values(AttributeLayout layout, Object... namesAndValues) {
    AttributeValues.Builder builder = AttributeValues.builder(layout);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.set((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  static DocumentChange.Content content(
      AttributeLayout layout, String body, Object... namesAndValues) {
    return new DocumentChange.Content(1, values(layout, namesAndValues), body(body));
  }

  /** A document put whole; version 0 = new. */
  static DocumentChange put(DocumentType type, String key, long version, Object... namesAndValues) {
    return new DocumentChange(
        type.name(),
        key,
        version,
        Optional.of(content(type.attributes(), "body of " + key, namesAndValues)));
  }

  static DocumentChange order(String key, long version, Object... namesAndValues) {
    return put(KitTypes.ORDER, key, version, namesAndValues);
  }

  static DocumentChange item(String key, long version, Object... namesAndValues) {
    return put(KitTypes.ITEM, key, version, namesAndValues);
  }

  static DocumentChange label(String key, long version, Object... namesAndValues) {
    return put(KitTypes.LABEL, key, version, namesAndValues);
  }

  static DocumentChange delete(DocumentType type, String key, long version) {
    return new DocumentChange(type.name(), key, version, Optional.empty());
  }

  static LineType lineType() {
    return KitTypes.ORDER.lines().orElseThrow();
  }

  private static LineChange line(
      String key, int lineNo, Operation operation, String body, Object... namesAndValues) {
    return new LineChange(
        KitTypes.ORDER.name(),
        key,
        lineNo,
        operation,
        Optional.of(content(lineType().attributes(), body, namesAndValues)));
  }

  static LineChange newLine(String key, int lineNo, Object... namesAndValues) {
    return line(key, lineNo, Operation.INSERT, "line " + lineNo, namesAndValues);
  }

  static LineChange changedLine(String key, int lineNo, Object... namesAndValues) {
    return line(key, lineNo, Operation.UPDATE, "changed " + lineNo, namesAndValues);
  }

  static LineChange deletedLine(String key, int lineNo) {
    return new LineChange(KitTypes.ORDER.name(), key, lineNo, Operation.DELETE, Optional.empty());
  }

  static IndexChange indexed(DocumentType type, String index, String value, String key) {
    return new IndexChange(type.name(), index, value, key, true);
  }

  static IndexChange unindexed(DocumentType type, String index, String value, String key) {
    return new IndexChange(type.name(), index, value, key, false);
  }

  static JournalEntry entry(JournalType type, String body, Object... namesAndValues) {
    return new JournalEntry(type.name(), 1, values(type.attributes(), namesAndValues), body(body));
  }

  static JournalEntry movement(String sku, String quantity) {
    return entry(
        KitTypes.MOVEMENT, "moved " + sku, "sku", sku, "warehouse", "W", "qty", dec(quantity));
  }

  static JournalEntry note(String topic) {
    return entry(KitTypes.NOTE, "noted " + topic, "topic", topic, "remark", "about " + topic);
  }
}
