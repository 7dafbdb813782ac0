package io.jxc.api.inventory;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number that is not what the journal or the claims say.
 *
 * @param balance the balance: {@code stock}, {@code cost} or {@code month}
 * @param key its dimensions, for example product, warehouse, bin, lot and state
 * @param column the number, for example {@code on_hand}
 * @param found what is stored, in the scale of its column: 6 digits, of costs of one unit 8
 * @param expected what it should be, in the same scale
 */
public record BalanceDifference(
    String balance, List<String> key, String column, BigDecimal found, BigDecimal expected) {
  /** Copies the key. */
  public BalanceDifference {
    key = List.copyOf(key);
  }
}
