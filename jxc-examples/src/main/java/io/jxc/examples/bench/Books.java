package io.jxc.examples.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the books of one side say at the end.
 *
 * @param stock what there is of each product
 * @param faults what the side has found wrong about its own books; nothing = they are whole
 */
record Books(Map<String, Level> stock, List<String> faults) {
  /**
   * What there is of a product.
   *
   * @param onHand what is there
   * @param reserved what is promised
   */
  record Level(BigDecimal onHand, BigDecimal reserved) {}

  /** Copies the collections. */
  Books {
    stock = Map.copyOf(stock);
    faults = List.copyOf(faults);
  }

  /**
   * Compares the books with what the callers were told, and returns all that is wrong.
   *
   * @param units units that callers were told they have
   * @param last how many of them are of the product that was to be sold out; below zero when it was
   *     left alone
   */
  List<String> check(long units, long last) {
    List<String> wrong = new ArrayList<>(faults);
    BigDecimal reserved = BigDecimal.ZERO;
    for (Map.Entry<String, Level> product : stock.entrySet()) {
      Level level = product.getValue();
      reserved = reserved.add(level.reserved());
      if (level.reserved().compareTo(level.onHand()) > 0) {
        wrong.add(product.getKey() + " is oversold: " + level);
      }
    }
    if (reserved.compareTo(BigDecimal.valueOf(units)) != 0) {
      wrong.add("callers were promised " + units + " units, reserved are " + reserved);
    }
    if (last >= 0) {
      Level level = stock.get(Goods.LAST);
      if (last != Goods.LAST_STOCK) {
        wrong.add(last + " of the last " + Goods.LAST_STOCK + " units were sold");
      }
      if (level == null || level.reserved().compareTo(BigDecimal.valueOf(last)) != 0) {
        wrong.add(last + " units of " + Goods.LAST + " were sold, the books say " + level);
      }
    }
    return wrong;
  }
}
