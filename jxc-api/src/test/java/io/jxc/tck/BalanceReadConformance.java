package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Balances are found by key and by their first dimensions.
 *
 * <p>Where the contract leaves room: a prefix or key given twice in one read gives its rows once;
 * no prefix gives no row.
 */
public abstract class BalanceReadConformance extends ConformanceSuite {
  @Test
  void absentBalancesAreNotInTheAnswer() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "5").build()));
    List<BalanceKey> asked =
        List.of(
            BalanceKey.of("A", "W", ""),
            BalanceKey.of("A", "W", "L"),
            BalanceKey.of("A", "", ""),
            BalanceKey.of("B", "W", ""),
            BalanceKey.of("A", "W", ""));
    assertThat(shop.rows(view -> view.balances("kit_stock", asked)))
        .extracting(BalanceRow::key)
        .containsExactly(BalanceKey.of("A", "W", ""));
    assertThat(shop.rows(view -> view.balances("kit_stock", List.of()))).isEmpty();
  }

  @Test
  void manyBalancesAreReadAtOnce() {
    KitTenant shop = shop();
    List<BalanceKey> keys =
        IntStream.range(0, 1_500).mapToObj(i -> BalanceKey.of("S" + i, "W", "")).toList();
    shop.commit(
        set ->
            keys.forEach(
                key -> set.balance(Move.stock(key.get(0), "W", "").add("on_hand", "1").build())));
    assertThat(shop.rows(view -> view.balances("kit_stock", keys)))
        .extracting(BalanceRow::key)
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void rangeGivesTheBalancesUnderEachPrefixInOrderOfKeys() {
    KitTenant shop = shop();
    insert(shop, "B|W2|", "A|W1|L2", "AB|W1|", "A|W1|L1", "A|W2|", "C|W1|", "A||", "B|W1|");
    assertThat(range(shop, List.of(List.of("B"), List.of("A")), 100))
        .containsExactly("A||", "A|W1|L1", "A|W1|L2", "A|W2|", "B|W1|", "B|W2|");
    assertThat(range(shop, List.of(List.of("A", "W1"), List.of("C", "W1")), 100))
        .containsExactly("A|W1|L1", "A|W1|L2", "C|W1|");
    assertThat(range(shop, List.of(List.of("A", "W1", "L2"), List.of("A", "W1", "")), 100))
        .containsExactly("A|W1|L2");
    assertThat(range(shop, List.of(List.of("A", "")), 100)).containsExactly("A||");
  }

  @Test
  void rangeIsBoundedOverAllPrefixes() {
    KitTenant shop = shop();
    insert(shop, "A|W1|", "A|W2|", "B|W1|", "B|W2|");
    assertThat(range(shop, List.of(List.of("B"), List.of("A")), 3))
        .containsExactly("A|W1|", "A|W2|", "B|W1|");
  }

  @Test
  void rangeOfNoPrefixOrOfOneGivenTwiceIsPlain() {
    KitTenant shop = shop();
    insert(shop, "A|W1|", "A|W2|");
    assertThat(range(shop, List.of(), 10)).isEmpty();
    assertThat(range(shop, List.of(List.of("Z")), 10)).isEmpty();
    assertThat(range(shop, List.of(List.of("A"), List.of("A")), 10))
        .containsExactly("A|W1|", "A|W2|");
  }

  @Test
  void rangeGivesValuesAndVersions() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "").add("on_hand", "5").build()));
    shop.commit(
        set -> set.balance(Move.stock("A", "W", "").version(1).add("reserved", "1.5").build()));
    assertThat(shop.rows(view -> view.balanceRange("kit_stock", List.of(List.of("A")), 10)))
        .containsExactly(
            new BalanceRow(
                "kit_stock",
                BalanceKey.of("A", "W", ""),
                2,
                List.of(dec("5.000000"), dec("1.500000"), dec("0.000000"))));
  }

  @Test
  void undeclaredBalanceTypeIsRefused() {
    KitTenant shop = shop();
    assertThatThrownBy(
            () -> shop.read(view -> view.balances("kit_nothing", List.of(BalanceKey.of("A")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> shop.read(view -> view.balanceRange("kit_nothing", List.of(List.of("A")), 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Inserts one of each key, written as dimensions with bars between. */
  private static void insert(KitTenant shop, String... keys) {
    shop.commit(
        set -> {
          for (String key : keys) {
            set.balance(Move.stock(key.split("\\|", -1)).add("on_hand", "1").build());
          }
        });
  }

  private static List<String> range(KitTenant shop, Collection<List<String>> prefixes, int limit) {
    List<String> keys = new ArrayList<>();
    shop.read(view -> view.balanceRange("kit_stock", prefixes, limit))
        .forEach(row -> keys.add(row.key().toString()));
    return keys;
  }
}
