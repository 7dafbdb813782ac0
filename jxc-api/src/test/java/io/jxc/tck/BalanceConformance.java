package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitState.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ChangeRefusedException.Reason;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.JxcException;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Balances are moved by exact deltas, keep the floors a change names, and vanish at zero where the
 * type says so.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>A delta that must find no row and finds one is refused, as a duplicate key or as a change
 *       whose version or existence does not hold.
 *   <li>A change that must find a row and finds none is refused for its version or existence.
 *   <li>{@code vanishes} on a row that would not be all zero is refused.
 *   <li>A delta or latest value with more digits after the point than its column is refused with
 *       {@link IllegalArgumentException}, never rounded; a sum beyond 24 digits is refused.
 * </ul>
 */
public abstract class BalanceConformance extends ConformanceSuite {
  @Test
  void deltaOnAnAbsentBalanceInsertsIt() {
    KitTenant shop = shop();
    shop.commit(set -> set.balance(Move.stock("A", "W", "L").add("on_hand", "12.5").build()));
    assertThat(shop.stock("A", "W", "L"))
        .contains(
            new BalanceRow(
                "kit_stock",
                BalanceKey.of("A", "W", "L"),
                1,
                List.of(dec("12.500000"), dec("0.000000"), dec("0.000000"))));
  }

  @Test
  void deltasAddUp() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "10").add("stock_value", "99.990001"));
    move(shop, onRow(shop).add("on_hand", "-3.25").add("reserved", "2"));
    move(shop, onRow(shop).add("on_hand", "0.000001").add("reserved", "-0.5"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values())
        .containsExactly(dec("6.750001"), dec("1.500000"), dec("99.990001"));
  }

  @Test
  void versionGrowsWithEachChange() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "1"));
    assertThat(shop.stock("A", "W", "").orElseThrow().version()).isEqualTo(1);
    move(shop, Move.stock("B", "W", "").add("on_hand", "1"));
    move(shop, onRow(shop).add("on_hand", "1"));
    assertThat(shop.stock("A", "W", "").orElseThrow().version()).isEqualTo(3);
    assertThat(shop.stock("B", "W", "").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void staleVersionIsRefused() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "1"));
    move(shop, onRow(shop).add("on_hand", "1"));
    assertRefused(
        shop, Move.stock("A", "W", "").version(1).add("on_hand", "1"), List.of(Reason.VERSION));
  }

  @Test
  void presentBalanceIsNotInsertedAgain() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "1"));
    assertThat(refusal(shop, () -> move(shop, Move.stock("A", "W", "").add("on_hand", "1"))))
        .isInstanceOfAny(ChangeRefusedException.class, DuplicateKeyException.class);
  }

  @Test
  void absentBalanceIsNotChanged() {
    assertRefused(
        shop(),
        Move.stock("A", "W", "").version(1).add("on_hand", "1"),
        List.of(Reason.VERSION, Reason.EXISTENCE));
  }

  @Test
  void floorThatAChangeNamesIsKept() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5"));
    assertRefused(
        shop,
        onRow(shop).add("on_hand", "-5.000001").floor("on_hand_floor"),
        List.of(Reason.FLOOR));
    move(shop, onRow(shop).add("on_hand", "-4.999999").floor("on_hand_floor"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("0.000001"));
  }

  @Test
  void floorAppliesToANewBalance() {
    assertRefused(
        shop(),
        Move.stock("A", "W", "").add("on_hand", "-0.000001").floor("on_hand_floor"),
        List.of(Reason.FLOOR));
  }

  @Test
  void floorOverSeveralColumnsIsKept() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "10").add("reserved", "4"));
    assertRefused(
        shop, onRow(shop).add("on_hand", "-7").floor("available_floor"), List.of(Reason.FLOOR));
    assertRefused(
        shop, onRow(shop).add("reserved", "7").floor("available_floor"), List.of(Reason.FLOOR));
    move(shop, onRow(shop).add("on_hand", "-6").floor("available_floor").floor("on_hand_floor"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("4.000000"));
  }

  @Test
  void floorIsJudgedAfterAllColumnsMoved() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5").add("reserved", "5"));
    move(shop, onRow(shop).add("on_hand", "-3").add("reserved", "-3").floor("available_floor"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(1)).isEqualTo(dec("2.000000"));
  }

  @Test
  void everyNamedFloorIsKept() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5").add("reserved", "1"));
    assertRefused(
        shop,
        onRow(shop).add("reserved", "-2").floor("on_hand_floor").floor("reserved_floor"),
        List.of(Reason.FLOOR));
  }

  @Test
  void floorThatNoChangeNamesMayBePassed() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "-5"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("-5.000000"));
  }

  @Test
  void balanceOfAllZeroVanishes() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5").add("stock_value", "7.5"));
    move(shop, Move.stock("B", "W", "").add("on_hand", "5"));
    move(shop, onRow(shop).add("on_hand", "-5.000000").add("stock_value", "-7.500000").vanishes());
    assertThat(shop.stock("A", "W", "")).isEmpty();
    assertThat(shop.rows(view -> view.balanceRange("kit_stock", List.of(List.of("A")), 10)))
        .isEmpty();
    assertThat(shop.stock("B", "W", "")).isPresent();
  }

  @Test
  void vanishedBalanceStartsAnewWithAHigherVersion() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5"));
    move(shop, onRow(shop).add("on_hand", "-5").vanishes());
    move(shop, Move.stock("A", "W", "").add("on_hand", "2"));
    assertThat(shop.stock("A", "W", "").orElseThrow().version()).isEqualTo(3);
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("2.000000"));
  }

  @Test
  void balanceThatIsNotZeroDoesNotVanish() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5").add("reserved", "1"));
    assertThat(refusal(shop, () -> move(shop, onRow(shop).add("on_hand", "-5").vanishes())))
        .isInstanceOf(ChangeRefusedException.class);
  }

  @Test
  void staleVersionDoesNotVanish() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5"));
    move(shop, onRow(shop).add("on_hand", "1"));
    assertRefused(
        shop,
        Move.stock("A", "W", "").version(1).add("on_hand", "-6").vanishes(),
        List.of(Reason.VERSION, Reason.EXISTENCE));
  }

  @Test
  void zeroBalanceStaysWhereTheTypeSaysSo() {
    KitTenant shop = shop();
    move(shop, Move.cost("A").add("quantity", "5").latest("last_cost", "1.5"));
    move(shop, Move.cost("A").version(1).add("quantity", "-5").floor("quantity_floor"));
    assertThat(shop.balance(KitTypes.COST, "A").map(BalanceRow::values))
        .contains(List.of(dec("0.000000"), dec("0.000000"), dec("1.50000000"), dec("0.00")));
  }

  @Test
  void newBalanceMayBeZeroWhereTheTypeKeepsIt() {
    KitTenant shop = shop();
    move(shop, Move.cost("A").latest("last_rate", "0"));
    assertThat(shop.balance(KitTypes.COST, "A").map(BalanceRow::version)).contains(1L);
  }

  @Test
  void latestColumnHoldsTheNewestValue() {
    KitTenant shop = shop();
    move(shop, Move.cost("A").add("quantity", "5").latest("last_cost", "1.23456789"));
    move(shop, Move.cost("A").version(1).add("quantity", "1"));
    assertThat(shop.balance(KitTypes.COST, "A").orElseThrow().values())
        .containsExactly(dec("6.000000"), dec("0.000000"), dec("1.23456789"), dec("0.00"));
    move(shop, Move.cost("A").version(2).latest("last_cost", "-2").latest("last_rate", "17.5"));
    assertThat(shop.balance(KitTypes.COST, "A").orElseThrow().values())
        .containsExactly(dec("6.000000"), dec("0.000000"), dec("-2.00000000"), dec("17.50"));
  }

  @Test
  void valuesAreExactToTheLastOfTwentyFourDigits() {
    KitTenant shop = shop();
    String most = "999999999999999999.999999";
    move(shop, Move.stock("A", "W", "").add("on_hand", most).add("stock_value", "-" + most));
    move(shop, onRow(shop).add("on_hand", "-0.000001").add("stock_value", "0.000001"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values())
        .containsExactly(
            dec("999999999999999999.999998"), dec("0.000000"), dec("-999999999999999999.999998"));
  }

  @Test
  void manySmallDeltasLoseNothing() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "0.1"));
    for (int i = 0; i < 29; i++) {
      move(shop, onRow(shop).add("on_hand", "0.1"));
    }
    assertThat(shop.stock("A", "W", "").orElseThrow().values().get(0)).isEqualTo(dec("3.000000"));
  }

  @Test
  void valuesHaveTheScaleOfTheirColumn() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "1E+3").add("reserved", "10"));
    assertThat(shop.stock("A", "W", "").orElseThrow().values())
        .containsExactly(dec("1000.000000"), dec("10.000000"), dec("0.000000"));
  }

  @Test
  void deltaWithMoreDigitsThanTheColumnIsRefused() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "1"));
    assertThat(refusal(shop, () -> move(shop, onRow(shop).add("on_hand", "0.0000005"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(refusal(shop, () -> move(shop, Move.cost("A").latest("last_rate", "0.125"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumBeyondTwentyFourDigitsIsRefused() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "999999999999999999.999999"));
    assertThat(refusal(shop, () -> move(shop, onRow(shop).add("on_hand", "0.000001"))))
        .isInstanceOfAny(JxcException.class, IllegalArgumentException.class);
  }

  @Test
  void severalBalancesMoveTogetherOrNotAtAll() {
    KitTenant shop = shop();
    move(shop, Move.stock("A", "W", "").add("on_hand", "5"));
    shop.commit(
        set ->
            set.balance(onRow(shop).add("on_hand", "-2").build())
                .balance(Move.stock("B", "W", "").add("on_hand", "2").build())
                .balance(Move.cost("B").add("quantity", "2").build()));
    assertThat(
            refusal(
                shop,
                () ->
                    shop.commit(
                        set ->
                            set.balance(Move.stock("C", "W", "").add("on_hand", "4").build())
                                .balance(Move.cost("B").version(2).add("quantity", "4").build())
                                .balance(
                                    onRow(shop)
                                        .add("on_hand", "-4")
                                        .floor("on_hand_floor")
                                        .build()))))
        .isInstanceOf(ChangeRefusedException.class);
  }

  private static Move onRow(KitTenant shop) {
    return Move.stock("A", "W", "").on(shop.stock("A", "W", "").orElseThrow());
  }

  private static void move(KitTenant shop, Move move) {
    shop.commit(set -> set.balance(move.build()));
  }

  private static void assertRefused(KitTenant shop, Move move, List<Reason> reasons) {
    Throwable thrown = refusal(shop, () -> move(shop, move));
    assertThat(thrown).isInstanceOf(ChangeRefusedException.class);
    assertThat(((ChangeRefusedException) thrown).reason()).isIn(reasons);
  }
}
