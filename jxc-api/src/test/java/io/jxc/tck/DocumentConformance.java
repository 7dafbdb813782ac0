package io.jxc.tck;

import static io.jxc.tck.KitData.body;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.item;
import static io.jxc.tck.KitData.label;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.values;
import static io.jxc.tck.KitState.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ChangeRefusedException.Reason;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Documents are put whole and deleted with the version they must have, in tables of their own and
 * in the shared one alike.
 *
 * <p>Readings of the contract where it leaves room: a new document whose key is taken is a {@link
 * DuplicateKeyException}; a stale version is refused for its VERSION; a change of an absent
 * document for its VERSION or EXISTENCE; a key given twice in one read gives its row once.
 */
public abstract class DocumentConformance extends ConformanceSuite {
  private static final List<DocumentType> TYPES = List.of(KitTypes.ORDER, KitTypes.ITEM);

  @Test
  void documentIsReadAsItWasPut() {
    KitTenant shop = shop();
    Object[] set = {
      "status",
      "OPEN",
      "partner",
      "P-1",
      "remark",
      "leave at the door",
      "urgency",
      7L,
      "amount",
      dec("12.5"),
      "rate",
      dec("0.17"),
      "created_at",
      Instant.parse("2026-03-01T08:00:00.123456Z"),
      "due_on",
      LocalDate.parse("2026-03-31")
    };
    shop.commit(changes -> changes.document(order("O1", 0, set)));
    assertThat(shop.document(KitTypes.ORDER, "O1"))
        .contains(
            new DocumentRow(
                "kit_order",
                "O1",
                1,
                1,
                values(KitTypes.ORDER.attributes(), set),
                body("body of O1")));
  }

  @Test
  void documentOfTheSharedTableIsReadAsItWasPut() {
    KitTenant shop = shop();
    Object[] set = {
      "category",
      "tea",
      "title",
      "Green tea",
      "rank",
      -3L,
      "list_price",
      dec("1.99"),
      "changed_at",
      Instant.parse("2026-03-01T08:00:00Z"),
      "since",
      LocalDate.parse("2001-01-01")
    };
    shop.commit(changes -> changes.document(item("I1", 0, set)));
    assertThat(shop.document(KitTypes.ITEM, "I1"))
        .contains(
            new DocumentRow(
                "kit_item",
                "I1",
                1,
                1,
                values(KitTypes.ITEM.attributes(), set),
                body("body of I1")));
  }

  @Test
  void absentAttributesStayAbsent() {
    KitTenant shop = shop();
    shop.commit(
        set -> set.document(order("O1", 0, "partner", "P-1")).document(item("I1", 0, "rank", 1L)));
    DocumentRow row = shop.document(KitTypes.ORDER, "O1").orElseThrow();
    assertThat(row.attributes()).isEqualTo(values(KitTypes.ORDER.attributes(), "partner", "P-1"));
    assertThat(shop.document(KitTypes.ITEM, "I1").orElseThrow().attributes())
        .isEqualTo(values(KitTypes.ITEM.attributes(), "rank", 1L));
  }

  @Test
  void putReplacesTheWholeDocument() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      Attribute first = type.attributes().attributes().get(0);
      Attribute third = type.attributes().attributes().get(2);
      put(shop, type, 0, 3, "first body", first.name(), "old");
      long version = shop.document(type, "K").orElseThrow().version();
      Object value = third.kind().javaType() == Long.class ? 5L : "text";
      put(shop, type, version, 4, "second", third.name(), value);
      DocumentRow row = shop.document(type, "K").orElseThrow();
      assertThat(row.version()).isEqualTo(version + 1);
      assertThat(row.format()).isEqualTo(4);
      assertThat(row.body()).isEqualTo(body("second"));
      assertThat(row.attributes()).isEqualTo(values(type.attributes(), third.name(), value));
    }
  }

  private static void put(
      KitTenant shop, DocumentType type, long version, int format, String body, Object... set) {
    DocumentChange.Content content =
        new DocumentChange.Content(format, values(type.attributes(), set), body(body));
    shop.commit(
        changes ->
            changes.document(new DocumentChange(type.name(), "K", version, Optional.of(content))));
  }

  @Test
  void documentsOfTwoTypesWithOneKeyAreTwo() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("K", 0)).document(item("K", 0, "category", "tea")));
    shop.commit(set -> set.document(delete(KitTypes.ORDER, "K", 1)));
    assertThat(shop.document(KitTypes.ORDER, "K")).isEmpty();
    assertThat(shop.document(KitTypes.ITEM, "K")).isPresent();
  }

  @Test
  void staleVersionIsRefused() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      shop.commit(set -> set.document(KitData.put(type, "K", 0)));
      long first = shop.head().sequence();
      shop.commit(set -> set.document(KitData.put(type, "K", first)));
      for (long version : new long[] {first, first + 5}) {
        Throwable thrown =
            refusal(shop, () -> shop.attempt(set -> set.document(KitData.put(type, "K", version))));
        assertThat(thrown).isInstanceOf(ChangeRefusedException.class);
        assertThat(((ChangeRefusedException) thrown).reason()).isEqualTo(Reason.VERSION);
      }
    }
  }

  @Test
  void staleVersionIsNotDeleted() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      shop.commit(set -> set.document(KitData.put(type, "K", 0)));
      long first = shop.head().sequence();
      shop.commit(set -> set.document(KitData.put(type, "K", first)));
      assertThat(refusal(shop, () -> shop.attempt(set -> set.document(delete(type, "K", first)))))
          .isInstanceOf(ChangeRefusedException.class);
    }
  }

  @Test
  void takenKeyIsADuplicate() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      shop.commit(set -> set.document(KitData.put(type, "K", 0)));
      assertThat(refusal(shop, () -> shop.attempt(set -> set.document(KitData.put(type, "K", 0)))))
          .isInstanceOf(DuplicateKeyException.class);
    }
  }

  @Test
  void absentDocumentIsNeitherChangedNorDeleted() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      for (DocumentChange change : List.of(KitData.put(type, "K", 3), delete(type, "K", 3))) {
        Throwable thrown = refusal(shop, () -> shop.attempt(set -> set.document(change)));
        assertThat(thrown).isInstanceOf(ChangeRefusedException.class);
        assertThat(((ChangeRefusedException) thrown).reason())
            .isIn(Reason.VERSION, Reason.EXISTENCE);
      }
    }
  }

  @Test
  void deletedDocumentIsGoneAndMayComeBackWithAHigherVersion() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      shop.commit(set -> set.document(KitData.put(type, "K", 0)));
      long first = shop.head().sequence();
      shop.commit(set -> set.document(delete(type, "K", first)));
      assertThat(shop.document(type, "K")).isEmpty();
      assertThat(shop.rows(view -> view.documentRange(type.name(), "", "", 10))).isEmpty();
      shop.commit(set -> set.document(KitData.put(type, "K", 0)));
      assertThat(shop.document(type, "K").orElseThrow().version()).isEqualTo(first + 2);
    }
  }

  @Test
  void severalDocumentsAreInsertedChangedAndDeletedTogether() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      shop.commit(
          set ->
              List.of("A", "B", "C", "D").forEach(key -> set.document(KitData.put(type, key, 0))));
      long first = shop.head().sequence();
      shop.commit(
          set ->
              set.document(KitData.put(type, "E", 0))
                  .document(delete(type, "A", first))
                  .document(KitData.put(type, "B", first))
                  .document(delete(type, "C", first)));
      assertThat(shop.rows(view -> view.documentRange(type.name(), "", "", 10)))
          .extracting(DocumentRow::key, DocumentRow::version)
          .containsExactly(tuple("B", first + 1), tuple("D", first), tuple("E", first + 1));
    }
  }

  @Test
  void oneStaleDocumentAmongManyRefusesAll() {
    KitTenant shop = shop();
    shop.commit(set -> List.of("A", "B", "C").forEach(key -> set.document(order(key, 0))));
    shop.commit(set -> set.document(order("B", 1)));
    assertThat(
            refusal(
                shop,
                () ->
                    shop.attempt(
                        set ->
                            set.document(order("A", 1))
                                .document(order("B", 1))
                                .document(order("C", 1))
                                .document(order("D", 0)))))
        .isInstanceOf(ChangeRefusedException.class);
  }

  @Test
  void absentKeysAreNotInTheAnswer() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("A", 0)).document(item("B", 0)));
    assertThat(shop.rows(view -> view.documents("kit_order", List.of("B", "A", "C", "A"))))
        .extracting(DocumentRow::key)
        .containsExactly("A");
    assertThat(shop.rows(view -> view.documents("kit_order", List.of()))).isEmpty();
    assertThat(shop.rows(view -> view.documents("kit_item", List.of("A")))).isEmpty();
  }

  @Test
  void documentsOfSeveralTypesAreReadAtOnce() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("A", 0, "status", "OPEN"))
                .document(item("A", 0, "category", "tea", "rank", 7L))
                .document(item("B", 0))
                .document(label("A", 0, "colour", "green"))
                .document(label("C", 0)));
    List<String> keys = List.of("C", "A", "A", "D");

    List<DocumentRow> rows =
        shop.rows(
            view -> view.documents(Map.of("kit_order", keys, "kit_item", keys, "kit_label", keys)));

    assertThat(rows)
        .containsExactlyInAnyOrder(
            shop.document(KitTypes.ORDER, "A").orElseThrow(),
            shop.document(KitTypes.ITEM, "A").orElseThrow(),
            shop.document(KitTypes.LABEL, "A").orElseThrow(),
            shop.document(KitTypes.LABEL, "C").orElseThrow());
    assertThat(shop.rows(view -> view.documents(Map.of()))).isEmpty();
    assertThat(shop.rows(view -> view.documents(Map.of("kit_item", List.of(), "kit_label", keys))))
        .hasSize(2);
  }

  @Test
  void manyDocumentsAreReadAtOnce() {
    KitTenant shop = shop();
    List<String> keys = IntStream.range(0, 1_500).mapToObj(i -> "K" + i).toList();
    shop.commit(set -> keys.forEach(key -> set.document(item(key, 0, "category", "tea"))));
    assertThat(shop.rows(view -> view.documents("kit_item", keys)))
        .extracting(DocumentRow::key)
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void keysAndBodiesMayBeAsLongAsTheBoundsSay() {
    KitTenant shop = shop();
    String key = "k".repeat(Names.KEY_BYTES);
    byte[] large = new byte[Names.BODY_BYTES];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }
    for (DocumentType type : TYPES) {
      DocumentChange.Content content =
          new DocumentChange.Content(1, values(type.attributes()), Bytes.wrap(large));
      shop.commit(
          set -> set.document(new DocumentChange(type.name(), key, 0, Optional.of(content))));
      assertThat(shop.document(type, key).orElseThrow().body()).isEqualTo(Bytes.wrap(large));
    }
  }

  @Test
  void undeclaredTypeIsRefused() {
    KitTenant shop = shop();
    assertThatThrownBy(() -> shop.rows(view -> view.documents("kit_nothing", List.of("A"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                shop.rows(
                    view ->
                        view.documents(
                            Map.of("kit_item", List.of("A"), "kit_nothing", List.of("A")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.rows(view -> view.documentRange("kit_nothing", "", "", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.rows(view -> view.lines("kit_nothing", List.of("A"), 1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
