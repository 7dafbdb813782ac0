package io.jxc.tck;

import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Documents are read in the order of their keys' bytes, by prefix, page by page.
 *
 * <p>Where the contract leaves room: {@code after} is a place in the order, the empty text being
 * the start; the document it names need not exist.
 */
public abstract class RangeConformance extends ConformanceSuite {
  private static final List<DocumentType> TYPES = List.of(KitTypes.ORDER, KitTypes.ITEM);

  @Test
  void keysAreInTheOrderOfTheirBytes() {
    KitTenant shop = shop();
    List<String> sorted =
        List.of(" ", "10", "2", "A", "A ", "A1", "AA", "B", "Z", "_", "a", "z", "é", "ß", "中");
    for (DocumentType type : TYPES) {
      put(shop, type, sorted);
      assertThat(range(shop, type, "", "", 100))
          .isSortedAccordingTo(Names::compareUtf8)
          .containsExactlyInAnyOrderElementsOf(sorted);
    }
  }

  @Test
  void prefixKeepsOthersOut() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      put(shop, type, List.of("AB", "A", "A%", "A_C", "Ab", "ABC", "B", "a", "AC"));
      assertThat(range(shop, type, "AB", "", 100)).containsExactly("AB", "ABC");
      assertThat(range(shop, type, "A_", "", 100)).containsExactly("A_C");
      assertThat(range(shop, type, "A%", "", 100)).containsExactly("A%");
      assertThat(range(shop, type, "A", "", 100))
          .containsExactly("A", "A%", "AB", "ABC", "AC", "A_C", "Ab");
      assertThat(range(shop, type, "X", "", 100)).isEmpty();
    }
  }

  @Test
  void pagesGoOnAfterAKey() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < 23; i++) {
        keys.add(String.format("K%02d", i));
      }
      List<String> shuffled = new ArrayList<>(keys);
      Collections.shuffle(shuffled, new Random(42));
      put(shop, type, shuffled);
      put(shop, type, List.of("J99", "L00"));
      List<String> read = new ArrayList<>();
      List<String> page = range(shop, type, "K", "", 5);
      while (!page.isEmpty()) {
        assertThat(page).hasSizeLessThanOrEqualTo(5);
        read.addAll(page);
        page = range(shop, type, "K", page.get(page.size() - 1), 5);
      }
      assertThat(read).isEqualTo(keys);
    }
  }

  @Test
  void placeToGoOnAfterNeedNotExist() {
    KitTenant shop = shop();
    for (DocumentType type : TYPES) {
      put(shop, type, List.of("K1", "K3", "K5"));
      assertThat(range(shop, type, "K", "K2", 10)).containsExactly("K3", "K5");
      assertThat(range(shop, type, "K", "A", 10)).containsExactly("K1", "K3", "K5");
      assertThat(range(shop, type, "K", "Z", 10)).isEmpty();
    }
  }

  @Test
  void compositeKeysSortComponentByComponent() {
    KitTenant shop = shop();
    List<String> sorted =
        List.of(
            Names.composite("A", "2"),
            Names.composite("A", "3"),
            Names.composite("A", "3", "x"),
            Names.composite("A!", "1"),
            Names.composite("AB", "1"));
    for (DocumentType type : TYPES) {
      put(
          shop,
          type,
          List.of(sorted.get(3), sorted.get(1), sorted.get(4), sorted.get(0), sorted.get(2)));
      assertThat(range(shop, type, "", "", 10)).isEqualTo(sorted);
      assertThat(range(shop, type, "A" + Names.SEPARATOR, "", 10)).isEqualTo(sorted.subList(0, 3));
    }
  }

  @Test
  void rangeGivesWholeRows() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0, "status", "OPEN", "urgency", 3L)));
    DocumentRow row = shop.document(KitTypes.ORDER, "O1").orElseThrow();
    assertThat(shop.rows(view -> view.documentRange("kit_order", "O", "", 10)))
        .containsExactly(row);
  }

  private static void put(KitTenant shop, DocumentType type, List<String> keys) {
    shop.commit(set -> keys.forEach(key -> set.document(KitData.put(type, key, 0))));
  }

  private static List<String> range(
      KitTenant shop, DocumentType type, String prefix, String after, int limit) {
    return shop.rows(view -> view.documentRange(type.name(), prefix, after, limit)).stream()
        .map(DocumentRow::key)
        .toList();
  }
}
