package io.jxc.examples.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A line of an invoice as the data tell it.
 *
 * @param invoice its number; {@code C…} = a cancellation
 * @param sku stock code, trimmed and in upper case
 * @param description what the goods are called
 * @param quantity signed
 * @param at when it was invoiced
 * @param price price of one
 * @param customer the customer
 */
record RetailLine(
    String invoice,
    String sku,
    Optional<String> description,
    BigDecimal quantity,
    LocalDateTime at,
    BigDecimal price,
    Optional<String> customer) {

  private static final Set<String> FEES =
      Set.of("POST", "DOT", "C2", "M", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS");

  /** Tells whether the code is a fee: no goods, no stock. */
  boolean isFee() {
    return isFee(sku);
  }

  static boolean isFee(String sku) {
    return FEES.contains(sku)
        || sku.startsWith("GIFT_")
        || sku.startsWith("ADJUST")
        || sku.startsWith("TEST");
  }

  /** Returns as much of a text as fits, without half a character at its end. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end).strip();
  }

  /** Tells whether the line belongs to a cancellation. */
  boolean isReturn() {
    return invoice.startsWith("C");
  }
}
