package io.jxc.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is sold: many products with plenty of stock, one that everybody wants, and one with few
 * units, to be sold out.
 *
 * @param products how many ordinary products there are, 3 to 1,000,000
 */
record Goods(int products) {
  static final String WAREHOUSE = "MAIN";
  static final String CUSTOMER = "C-1";
  static final String PRICE = "9.90";

  /** How many ordinary products there are at least: an order has as many lines. */
  static final int LEAST = 3;

  /** The product that everybody wants. */
  static final String HOT = "HOT";

  /** The product that is sold out. */
  static final String LAST = "LAST";

  /** How much there is of the product that is sold out. */
  static final long LAST_STOCK = 500;

  private static final String PLENTY = "100000000";

  Goods {
    if (products < LEAST || products > 1_000_000) {
      throw new IllegalArgumentException(
          "--products takes " + LEAST + "..1000000, found " + products);
    }
  }

  /** Returns the code of an ordinary product. */
  String sku(int index) {
    return String.format(Locale.ROOT, "P-%07d", index);
  }

  /** Returns the codes of all products. */
  List<String> skus() {
    List<String> all = new ArrayList<>(products + 2);
    for (int i = 0; i < products; i++) {
      all.add(sku(i));
    }
    all.add(HOT);
    all.add(LAST);
    return all;
  }

  /** Returns what is on hand of a product at the start. */
  static String stock(String sku) {
    return sku.equals(LAST) ? Long.toString(LAST_STOCK) : PLENTY;
  }
}
