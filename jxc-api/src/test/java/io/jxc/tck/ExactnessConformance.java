package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.lineType;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is stored is what is read, to the last byte, digit and microsecond. Rounding and time zones
 * are a store's private affair and never show.
 *
 * <p>Where the contract leaves room: a TEXT takes 1,000 characters at least.
 */
public abstract class ExactnessConformance extends ConformanceSuite {
  private static final String TEXT = "Ünï ß\u0301 中文\ud842\udfb7\ud83d\ude00 \"'\\%_\n\t \u00a0 ";

  @Test
  void textsAreKeptAsTheyAre() {
    assertKept(
        AttributeKind.TEXT,
        0,
        "",
        TEXT,
        " leading and trailing ",
        "NULL",
        "x".repeat(1_000),
        "\ud842\udfb7".repeat(300));
  }

  @Test
  void codesAreKeptAsTheyAre() {
    assertKept(
        AttributeKind.CODE,
        0,
        "",
        " ",
        "a ",
        TEXT,
        Names.composite("a", "b"),
        "中".repeat(Names.KEY_BYTES / 3));
  }

  @Test
  void wholeNumbersAreKept() {
    assertKept(AttributeKind.INTEGER, 0, 0L, -1L, 42L, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Test
  void decimalsAreKeptToTheLastDigit() {
    assertKept(
        AttributeKind.DECIMAL,
        6,
        dec("999999999999999999.999999"),
        dec("-999999999999999999.999999"),
        dec("0.000001"),
        dec("-0.000001"),
        dec("0.1"),
        dec("0"));
    assertKept(
        AttributeKind.DECIMAL, 8, dec("9999999999999999.99999999"), dec("-0.00000001"), dec("7"));
    assertKept(AttributeKind.DECIMAL, 2, dec("9999999999999999999999.99"), dec("-0.01"));
  }

  @Test
  void decimalsAreReadAtTheirDeclaredScale() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "amount", dec("10"), "rate", dec("1E+1")))
                .document(order("O2", 0, "amount", dec("10.00"), "rate", dec("10.000"))));
    for (DocumentRow row : shop.rows(view -> view.documents("kit_order", List.of("O1", "O2")))) {
      assertThat(row.attributes().decimal("amount")).contains(dec("10.000000"));
      assertThat(row.attributes().decimal("rate")).contains(dec("10.00"));
    }
  }

  @Test
  void daysAreKeptWhateverTheTimeZone() {
    assertKept(
        AttributeKind.DATE,
        0,
        LocalDate.parse("1970-01-01"),
        LocalDate.parse("1969-12-31"),
        LocalDate.parse("1900-01-01"),
        LocalDate.parse("1582-10-10"),
        LocalDate.parse("2026-03-29"),
        LocalDate.parse("2024-02-29"),
        LocalDate.parse("9999-12-31"));
  }

  @Test
  void momentsAreKeptToTheMicrosecondWhateverTheTimeZone() {
    assertKept(
        AttributeKind.INSTANT,
        0,
        Instant.EPOCH,
        Instant.parse("1969-12-31T23:59:59.999999Z"),
        Instant.parse("2026-03-29T01:30:00.000001Z"),
        Instant.parse("2026-03-29T02:30:00.123456Z"),
        Instant.parse("2026-10-25T00:30:00.5Z"),
        Instant.parse("2026-10-25T01:30:00.999999Z"),
        Instant.parse("2038-01-19T03:14:08Z"),
        Instant.parse("1883-11-18T12:00:00Z"),
        Instant.parse("9999-12-31T23:59:59.999999Z"));
  }

  @Test
  void nanosAreRefusedBeforeTheyReachAStore() {
    AttributeValues.Builder builder = AttributeValues.builder(KitTypes.ORDER.attributes());
    assertThatThrownBy(
            () -> builder.set("created_at", Instant.parse("2026-01-01T00:00:00.1234567Z")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.set("amount", dec("0.0000001")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.set("amount", dec("1000000000000000000")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bodiesAreKeptAsTheyAre() {
    KitTenant shop = shop();
    byte[] every = new byte[512];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    List<Bytes> bodies =
        List.of(
            Bytes.EMPTY, Bytes.wrap(new byte[1]), Bytes.wrap(every), Bytes.wrap(new byte[70_000]));
    for (int i = 0; i < bodies.size(); i++) {
      String key = "K" + i;
      Bytes body = bodies.get(i);
      shop.commit(
          set -> {
            set.document(document(KitTypes.ORDER, key, body))
                .document(document(KitTypes.ITEM, key, body));
            set.entry(
                new JournalEntry(
                    "kit_movement", 1, values(KitTypes.MOVEMENT.attributes(), "sku", "A"), body));
            set.entry(new JournalEntry("kit_note", 1, values(KitTypes.NOTE.attributes()), body));
          });
      assertThat(shop.document(KitTypes.ORDER, key).orElseThrow().body()).isEqualTo(body);
      assertThat(shop.document(KitTypes.ITEM, key).orElseThrow().body()).isEqualTo(body);
      assertThat(shop.journal().subList(i * 2, i * 2 + 2))
          .allSatisfy(row -> assertThat(row.body()).isEqualTo(body));
    }
  }

  private static DocumentChange document(DocumentType type, String key, Bytes body) {
    return new DocumentChange(
        type.name(),
        key,
        0,
        Optional.of(new DocumentChange.Content(1, values(type.attributes()), body)));
  }

  /** Puts each value into all attributes of a kind, in rows of all shapes, and reads it again. */
  private void assertKept(AttributeKind kind, int scale, Object... kept) {
    KitTenant shop = shop();
    for (Object value : kept) {
      String key = "K" + shop.head().sequence();
      AttributeValues header = filled(KitTypes.ORDER.attributes(), kind, scale, value);
      AttributeValues line = filled(lineType().attributes(), kind, scale, value);
      AttributeValues item = filled(KitTypes.ITEM.attributes(), kind, scale, value);
      AttributeValues movement = filled(KitTypes.MOVEMENT.attributes(), kind, scale, value);
      AttributeValues note = filled(KitTypes.NOTE.attributes(), kind, scale, value);
      shop.commit(
          set ->
              set.document(new DocumentChange("kit_order", key, 0, Optional.of(content(header))))
                  .document(new DocumentChange("kit_item", key, 0, Optional.of(content(item))))
                  .line(
                      new LineChange(
                          "kit_order",
                          key,
                          1,
                          LineChange.Operation.INSERT,
                          Optional.of(content(line))))
                  .entry(new JournalEntry("kit_movement", 1, movement, Bytes.EMPTY))
                  .entry(new JournalEntry("kit_note", 1, note, Bytes.EMPTY)));
      assertThat(shop.document(KitTypes.ORDER, key).orElseThrow().attributes()).isEqualTo(header);
      assertThat(shop.document(KitTypes.ITEM, key).orElseThrow().attributes()).isEqualTo(item);
      assertThat(shop.lines(key).get(0).attributes()).isEqualTo(line);
      long last = shop.head().sequence();
      List<JournalRow> entries = shop.rows(view -> view.journal(Set.of(), last - 2, 10));
      assertThat(entries).extracting(JournalRow::attributes).containsExactly(movement, note);
    }
  }

  private static DocumentChange.Content content(AttributeValues values) {
    return new DocumentChange.Content(1, values, Bytes.EMPTY);
  }

  private static AttributeValues filled(
      AttributeLayout layout, AttributeKind kind, int scale, Object value) {
    List<Object> set = new ArrayList<>();
    for (Attribute attribute : layout.attributes()) {
      if (attribute.kind() == kind && attribute.scale() == scale) {
        set.add(attribute.name());
        set.add(value);
      } else if (attribute.name().equals("sku")) {
        // A store may cluster movements by this one, so every movement has it.
        set.add("sku");
        set.add("A");
      }
    }
    return values(layout, set.toArray());
  }
}
