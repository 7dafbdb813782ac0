package io.jxc.tck;

import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.item;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.unindexed;
import static io.jxc.tck.KitState.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Index rows lead from values to keys; in a unique index a value leads to one key.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>In one change set rows go away before rows appear, in whatever order they are listed.
 *   <li>A row that shall go away must be there, leading to that very key; else the change set is
 *       refused with {@link ChangeRefusedException}.
 *   <li>{@link DuplicateKeyException#index()} is {@code type.index}.
 *   <li>A row of a MULTI index that is there already is refused, in whichever of the two ways.
 *   <li>The listing of a type without a table of its own is written and read as a MULTI index of
 *       its name; the kit does not read it by {@code list}.
 * </ul>
 */
public abstract class IndexConformance extends ConformanceSuite {
  private static final DocumentType ORDER = KitTypes.ORDER;
  private static final DocumentType ITEM = KitTypes.ITEM;

  @Test
  void uniqueValueLeadsToItsKey() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "number", "N-1", "O1"), indexed(ITEM, "barcode", "N-1", "I1"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).containsExactly("O1");
    assertThat(shop.keysOf(ITEM, "barcode", "N-1")).containsExactly("I1");
    assertThat(shop.keysOf(ORDER, "external_id", "N-1")).isEmpty();
    assertThat(shop.keysOf(ORDER, "number", "N-2")).isEmpty();
  }

  @Test
  void anAnswerOfManyEntriesTellsThatThereMayBeMore() {
    KitTenant shop = shop();
    int some = 20_000;
    for (int from = 0; from <= StoreView.MAX_INDEX_ENTRIES + some; from += some) {
      change(
          shop,
          IntStream.range(from, from + some)
              .mapToObj(i -> indexed(ITEM, "word", i % 2 == 0 ? "tea" : "cup", "I" + i))
              .toArray(IndexChange[]::new));
    }

    assertThat(shop.rows(view -> view.indexValues("kit_item", "word", List.of("tea", "cup"))))
        .hasSize(StoreView.MAX_INDEX_ENTRIES + 1)
        .doesNotHaveDuplicates();
    int all = StoreView.MAX_INDEX_ENTRIES / 2 + some;
    assertThat(shop.rows(view -> view.indexValues("kit_item", "word", List.of("cup"))))
        .hasSize(all);
    assertThat(shop.rows(view -> view.indexRange("kit_item", "word", "tea", true, all + 1)))
        .hasSize(all);
  }

  @Test
  void severalValuesAreAskedForAtOnce() {
    KitTenant shop = shop();
    change(
        shop,
        indexed(ITEM, "word", "tea", "I1"),
        indexed(ITEM, "word", "tea", "I2"),
        indexed(ITEM, "word", "teapot", "I2"),
        indexed(ITEM, "word", "cup", "I3"),
        indexed(ITEM, "barcode", "tea", "I4"));
    List<String> many = new ArrayList<>(List.of("tea", "cup", "none", "tea", ""));
    IntStream.range(0, 1_500).forEach(i -> many.add("word " + i));

    assertThat(shop.rows(view -> view.indexValues("kit_item", "word", many)))
        .extracting(IndexEntry::value, IndexEntry::key)
        .containsExactlyInAnyOrder(tuple("tea", "I1"), tuple("tea", "I2"), tuple("cup", "I3"));
    assertThat(shop.rows(view -> view.indexValues("kit_item", "barcode", List.of("tea"))))
        .extracting(IndexEntry::key)
        .containsExactly("I4");
    assertThatThrownBy(() -> shop.rows(view -> view.indexValues("kit_item", "no", many)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takenUniqueValueIsADuplicate() {
    KitTenant shop = shop();
    change(shop, indexed(ITEM, "barcode", "690001", "I1"));
    Throwable thrown =
        refusal(
            shop,
            () ->
                shop.attempt(
                    set ->
                        set.document(item("I2", 0))
                            .index(indexed(ITEM, "barcode", "690001", "I2"))));
    assertThat(thrown).isInstanceOf(DuplicateKeyException.class);
    assertThat(((DuplicateKeyException) thrown).index()).isEqualTo("kit_item.barcode");
    assertThat(((DuplicateKeyException) thrown).value()).isEqualTo("690001");
  }

  @Test
  void uniqueValueTwiceInOneChangeSetIsADuplicate() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)).document(order("O2", 0)));
    assertThat(
            refusal(
                shop,
                () ->
                    change(
                        shop,
                        indexed(ORDER, "number", "N-1", "O1"),
                        indexed(ORDER, "number", "N-1", "O2"))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void valueMovesFromOneKeyToAnotherInOneChangeSet() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "number", "N-1", "O1"));
    change(shop, unindexed(ORDER, "number", "N-1", "O1"), indexed(ORDER, "number", "N-1", "O2"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).containsExactly("O2");
    change(shop, indexed(ORDER, "number", "N-1", "O3"), unindexed(ORDER, "number", "N-1", "O2"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).containsExactly("O3");
  }

  @Test
  void twoKeysExchangeTheirValuesInOneChangeSet() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "number", "N-1", "O1"), indexed(ORDER, "number", "N-2", "O2"));
    change(
        shop,
        indexed(ORDER, "number", "N-2", "O1"),
        unindexed(ORDER, "number", "N-2", "O2"),
        indexed(ORDER, "number", "N-1", "O2"),
        unindexed(ORDER, "number", "N-1", "O1"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).containsExactly("O2");
    assertThat(shop.keysOf(ORDER, "number", "N-2")).containsExactly("O1");
  }

  @Test
  void freedValueMayBeTakenAgain() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "number", "N-1", "O1"));
    change(shop, unindexed(ORDER, "number", "N-1", "O1"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).isEmpty();
    change(shop, indexed(ORDER, "number", "N-1", "O2"));
    assertThat(shop.keysOf(ORDER, "number", "N-1")).containsExactly("O2");
  }

  @Test
  void rowThatLeadsElsewhereDoesNotGoAway() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "number", "N-1", "O1"), indexed(ORDER, "tag", "red", "O1"));
    assertThat(refusal(shop, () -> change(shop, unindexed(ORDER, "number", "N-1", "O2"))))
        .isInstanceOf(ChangeRefusedException.class);
    assertThat(refusal(shop, () -> change(shop, unindexed(ORDER, "tag", "red", "O2"))))
        .isInstanceOf(ChangeRefusedException.class);
    assertThat(refusal(shop, () -> change(shop, unindexed(ORDER, "number", "N-9", "O1"))))
        .isInstanceOf(ChangeRefusedException.class);
  }

  @Test
  void multiValueLeadsToManyKeysInOrder() {
    KitTenant shop = shop();
    change(
        shop,
        indexed(ORDER, "tag", "red", "O2"),
        indexed(ORDER, "tag", "red", "O10"),
        indexed(ORDER, "tag", "blue", "O1"),
        indexed(ORDER, "tag", "red", "O1"));
    assertThat(shop.keysOf(ORDER, "tag", "red")).containsExactly("O1", "O10", "O2");
    change(shop, unindexed(ORDER, "tag", "red", "O10"));
    assertThat(shop.keysOf(ORDER, "tag", "red")).containsExactly("O1", "O2");
    assertThat(shop.keysOf(ORDER, "tag", "blue")).containsExactly("O1");
  }

  @Test
  void keyMayHaveManyValues() {
    KitTenant shop = shop();
    change(
        shop,
        indexed(ITEM, "barcode", "690001", "I1"),
        indexed(ITEM, "barcode", "690002", "I1"),
        indexed(ITEM, "word", "green", "I1"),
        indexed(ITEM, "word", "tea", "I1"));
    assertThat(range(shop, ITEM, "barcode", "69", false, 10))
        .containsExactly(new IndexEntry("690001", "I1"), new IndexEntry("690002", "I1"));
  }

  @Test
  void multiRowThatIsThereAlreadyIsRefused() {
    KitTenant shop = shop();
    change(shop, indexed(ORDER, "tag", "red", "O1"));
    assertThat(refusal(shop, () -> change(shop, indexed(ORDER, "tag", "red", "O1"))))
        .isInstanceOfAny(ChangeRefusedException.class, DuplicateKeyException.class);
  }

  @Test
  void rangeGivesValuesWithAPrefixByValueAndKey() {
    KitTenant shop = shop();
    change(
        shop,
        indexed(ITEM, "word", "tea", "I2"),
        indexed(ITEM, "word", "tea", "I1"),
        indexed(ITEM, "word", "teapot", "I0"),
        indexed(ITEM, "word", "te", "I9"),
        indexed(ITEM, "word", "Tea", "I5"),
        indexed(ITEM, "word", "zeal", "I3"));
    assertThat(range(shop, ITEM, "word", "tea", false, 10))
        .containsExactly(
            new IndexEntry("tea", "I1"),
            new IndexEntry("tea", "I2"),
            new IndexEntry("teapot", "I0"));
    assertThat(range(shop, ITEM, "word", "tea", true, 10))
        .containsExactly(new IndexEntry("tea", "I1"), new IndexEntry("tea", "I2"));
    assertThat(range(shop, ITEM, "word", "", false, 10))
        .extracting(IndexEntry::value)
        .containsExactly("Tea", "te", "tea", "tea", "teapot", "zeal");
  }

  @Test
  void rangeIsBounded() {
    KitTenant shop = shop();
    List<IndexChange> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(indexed(ITEM, "word", String.format("w%02d", i), "I1"));
    }
    change(shop, rows.toArray(IndexChange[]::new));
    assertThat(range(shop, ITEM, "word", "w", false, 7))
        .extracting(IndexEntry::value)
        .containsExactly("w00", "w01", "w02", "w03", "w04", "w05", "w06");
  }

  @Test
  void prefixesAreBytesAndNoPatterns() {
    KitTenant shop = shop();
    change(
        shop,
        indexed(ITEM, "word", "10%", "I1"),
        indexed(ITEM, "word", "10x", "I2"),
        indexed(ITEM, "word", "a_b", "I3"),
        indexed(ITEM, "word", "aXb", "I4"),
        indexed(ITEM, "word", "c\\d", "I5"));
    assertThat(range(shop, ITEM, "word", "10%", false, 10)).hasSize(1);
    assertThat(range(shop, ITEM, "word", "a_", false, 10)).hasSize(1);
    assertThat(range(shop, ITEM, "word", "c\\", false, 10)).hasSize(1);
    assertThat(range(shop, ITEM, "word", "%", false, 10)).isEmpty();
  }

  @Test
  void prefixThatEndsWithTheLastCharacterFindsItsValues() {
    KitTenant shop = shop();
    String last = "\udbff\udfff";
    change(
        shop,
        indexed(ITEM, "word", "a" + last, "I1"),
        indexed(ITEM, "word", "a" + last + last, "I2"),
        indexed(ITEM, "word", "b", "I3"));
    assertThat(range(shop, ITEM, "word", "a" + last, false, 10))
        .extracting(IndexEntry::key)
        .containsExactly("I1", "I2");
  }

  @Test
  void longestValueAndKeyAreKept() {
    KitTenant shop = shop();
    String value = "v".repeat(Names.KEY_BYTES);
    String key = "k".repeat(Names.KEY_BYTES);
    change(shop, indexed(ITEM, "word", value, key), indexed(ITEM, "barcode", value, key));
    assertThat(shop.keysOf(ITEM, "word", value)).containsExactly(key);
    assertThat(shop.keysOf(ITEM, "barcode", value)).containsExactly(key);
  }

  @Test
  void listingOfATypeWithoutATableOfItsOwnIsAMultiIndex() {
    KitTenant shop = shop();
    String second = Names.composite("tea", "0000000002");
    String tenth = Names.composite("tea", "0000000010");
    change(
        shop,
        indexed(ITEM, "by_category", tenth, "I1"),
        indexed(ITEM, "by_category", second, "I3"),
        indexed(ITEM, "by_category", second, "I2"),
        indexed(ITEM, "by_category", Names.composite("teapot", "0000000001"), "I4"));
    assertThat(range(shop, ITEM, "by_category", "tea" + Names.SEPARATOR, false, 10))
        .extracting(IndexEntry::key)
        .containsExactly("I2", "I3", "I1");
  }

  @Test
  void undeclaredIndexIsRefused() {
    KitTenant shop = shop();
    assertThatThrownBy(() -> range(shop, ORDER, "no_such_index", "x", false, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> range(shop, ORDER, "by_status", "x", false, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> shop.rows(view -> view.indexRange("kit_nothing", "tag", "x", false, 10)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void change(KitTenant shop, IndexChange... changes) {
    shop.commit(
        set -> {
          for (IndexChange change : changes) {
            set.index(change);
          }
        });
  }

  private static List<IndexEntry> range(
      KitTenant shop, DocumentType type, String index, String prefix, boolean exact, int limit) {
    return shop.rows(view -> view.indexRange(type.name(), index, prefix, exact, limit));
  }
}
