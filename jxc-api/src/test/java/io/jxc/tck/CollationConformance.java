package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Source;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Texts are equal only when their bytes are, and are ordered by them. Collations and padding are a
 * store's private affair and never show.
 *
 * <p>Where the contract leaves room: a filter on a TEXT compares as exactly as one on a CODE.
 */
public abstract class CollationConformance extends ConformanceSuite {
  /** Texts that some collation or padding rule takes for equal, in the order of their bytes. */
  private static final List<String> ALIKE =
      List.of(
          "Strasse",
          "Straße",
          "cafe",
          "cafe\u0301",
          "caf\u00e9",
          "tea",
          "tea ",
          "tea  ",
          "tea\u00a0",
          "tea\u3000",
          "\uff34ea",
          "\ud842\udfb7",
          "\ud842\udfb8");

  @Test
  void documentKeysAreComparedByTheirBytes() {
    KitTenant shop = shop();
    List<String> keys = sorted("Tea", "TEA", "ss", "ß", "SS");
    for (DocumentType type : List.of(KitTypes.ORDER, KitTypes.ITEM)) {
      shop.commit(set -> keys.forEach(key -> set.document(KitData.put(type, key, 0))));
      assertThat(shop.rows(view -> view.documentRange(type.name(), "", "", 100)))
          .extracting(DocumentRow::key)
          .containsExactlyElementsOf(keys);
      for (String key : keys) {
        assertThat(shop.rows(view -> view.documents(type.name(), List.of(key))))
            .extracting(DocumentRow::key)
            .containsExactly(key);
      }
    }
  }

  @Test
  void indexValuesAreComparedByTheirBytes() {
    KitTenant shop = shop();
    List<String> values = sorted("Tea", "TEA", "ss", "ß");
    shop.commit(
        set ->
            values.forEach(
                value ->
                    set.index(indexed(KitTypes.ITEM, "barcode", value, "of " + value))
                        .index(indexed(KitTypes.ITEM, "word", value, "of " + value))));
    for (String index : List.of("barcode", "word")) {
      for (String value : values) {
        assertThat(shop.keysOf(KitTypes.ITEM, index, value)).containsExactly("of " + value);
      }
      assertThat(shop.rows(view -> view.indexRange("kit_item", index, "", false, 100)))
          .extracting(IndexEntry::value)
          .containsExactlyElementsOf(values);
    }
  }

  @Test
  void dimensionsAreComparedByTheirBytes() {
    KitTenant shop = shop();
    List<String> skus = sorted("Tea", "TEA");
    shop.commit(
        set -> {
          for (int i = 0; i < skus.size(); i++) {
            set.balance(Move.stock(skus.get(i), "W", "").add("on_hand", i + ".5").build());
          }
        });
    for (int i = 0; i < skus.size(); i++) {
      String sku = skus.get(i);
      assertThat(shop.stock(sku, "W", "").orElseThrow().values().get(0))
          .isEqualTo(dec(i + ".500000"));
      assertThat(shop.rows(view -> view.balanceRange("kit_stock", List.of(List.of(sku)), 10)))
          .hasSize(1);
    }
    assertThat(
            shop.rows(
                view -> view.balanceRange("kit_stock", skus.stream().map(List::of).toList(), 100)))
        .extracting(row -> row.key().get(0))
        .containsExactlyElementsOf(skus);
  }

  @Test
  void codesAreComparedByTheirBytes() {
    KitTenant shop = shop();
    List<String> codes = sorted("Tea", "TEA", "", " ");
    shop.commit(
        set -> {
          for (int i = 0; i < codes.size(); i++) {
            set.document(order("O" + (90 - i), 0, "partner", codes.get(i)));
          }
        });
    ListQuery all = ListQuery.of(Source.DOCUMENTS, "kit_order", "by_partner_code").build();
    assertThat(shop.read(view -> view.list(all)).rows())
        .extracting(row -> row.attributes().string("partner").orElseThrow())
        .containsExactlyElementsOf(codes);
    for (String code : codes) {
      ListQuery one =
          ListQuery.of(Source.DOCUMENTS, "kit_order", "by_key")
              .filter(Filter.eq("partner", code))
              .build();
      assertThat(shop.read(view -> view.list(one)).rows())
          .as("rows with '%s'", code)
          .extracting(row -> row.attributes().string("partner").orElseThrow())
          .containsExactly(code);
    }
  }

  @Test
  void listingsCompareTheirEqualityAttributesByBytes() {
    KitTenant shop = shop();
    List<String> skus = sorted("Tea", "TEA");
    shop.commit(
        set -> {
          set.document(order("O1", 0));
          for (int i = 0; i < skus.size(); i++) {
            set.line(newLine("O1", i + 1, "sku", skus.get(i), "partner", "P"))
                .entry(entry(KitTypes.MOVEMENT, "", "sku", skus.get(i)));
          }
        });
    for (String sku : skus) {
      ListQuery lines =
          ListQuery.of(Source.LINES, "kit_order", "by_partner_sku").equal("P").equal(sku).build();
      ListQuery journal = ListQuery.of(Source.JOURNAL, "kit_movement", "by_sku").equal(sku).build();
      assertThat(shop.read(view -> view.list(lines)).rows()).hasSize(1);
      assertThat(shop.read(view -> view.list(journal)).rows()).hasSize(1);
    }
  }

  @Test
  void charactersBeyondTheFirstPlaneComeAfterAllOthers() {
    KitTenant shop = shop();
    List<String> keys =
        List.of("\u4e00", "\ue000", "\uff21", "\ufffd", "\ud83d\ude00", "\ud842\udfb7");
    for (DocumentType type : List.of(KitTypes.ORDER, KitTypes.ITEM)) {
      shop.commit(set -> keys.forEach(key -> set.document(KitData.put(type, key, 0))));
      assertThat(shop.rows(view -> view.documentRange(type.name(), "", "\uff21", 100)))
          .extracting(DocumentRow::key)
          .containsExactly("\ufffd", "\ud83d\ude00", "\ud842\udfb7");
      assertThat(shop.rows(view -> view.documentRange(type.name(), "", "", 100)))
          .extracting(DocumentRow::key)
          .containsExactlyElementsOf(keys);
    }
  }

  @Test
  void textsAreFilteredExactly() {
    KitTenant shop = shop();
    List<String> texts = sorted("Tea");
    shop.commit(
        set -> {
          for (int i = 0; i < texts.size(); i++) {
            set.document(order("O" + i, 0, "remark", texts.get(i)));
          }
        });
    for (String text : texts) {
      ListQuery query =
          ListQuery.of(Source.DOCUMENTS, "kit_order", "by_key")
              .filter(Filter.eq("remark", text))
              .build();
      assertThat(shop.read(view -> view.list(query)).rows()).as("rows with '%s'", text).hasSize(1);
    }
  }

  private static List<String> sorted(String... more) {
    return Stream.concat(ALIKE.stream(), Arrays.stream(more)).sorted(Names::compareUtf8).toList();
  }
}
