package io.jxc.examples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What can be measured. */
enum BenchCase {
  /** Orders of three lines over all products. */
  ORDER_UNIFORM(64, 0, true),
  /** Orders of three lines, one of which is the same product in all of them. */
  ORDER_HOT(64, 1, true),
  /** One caller places orders of three lines, one after the other. */
  ORDER_SINGLE(1, 0, true),
  /** Everybody reserves one unit of the same product. */
  RESERVE_HOT(128, 1, true),
  /** The same from two processes at once. */
  RESERVE_TWO_NODES(64, 1, true),
  /** Light commands while a tenant receives and imports in bulk; JXC alone. */
  MIXED_BULK(4, 0, false),
  /** Quick sales into empty and into full journals; JXC alone. */
  GROWTH(64, 0, false),
  /** Rows a second while placing orders, beside what one connection can insert. */
  INSERT_LIMIT(64, 0, false);

  private static final int LINES = 3;

  private final int callers;
  private final int hotLines;
  private final boolean compared;

  BenchCase(int callers, int hotLines, boolean compared) {
    this.callers = callers;
    this.hotLines = hotLines;
    this.compared = compared;
  }

  /** Returns its name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds a case by its name on the command line.
   *
   * @throws IllegalArgumentException when there is none
   */
  static BenchCase of(String label) {
    return Arrays.stream(values())
        .filter(known -> known.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a case is one of " + labels() + ", found '" + label + "'"));
  }

  /** Returns all names, for messages. */
  static String labels() {
    return Arrays.stream(values()).map(BenchCase::label).collect(Collectors.joining(", "));
  }

  /** Returns how many callers there are unless told. */
  int callers() {
    return callers;
  }

  /** Tells whether the hand-written side takes part. */
  boolean compared() {
    return compared;
  }

  /** Tells whether all callers want the same product. */
  boolean hot() {
    return hotLines > 0;
  }

  /** Draws what the next command is about: one unit of each. */
  List<String> draw(RandomGenerator random, Goods goods) {
    return draw(random, goods, Goods.HOT);
  }

  /** Draws what the next command is about when everybody wants the last units of a product. */
  List<String> drawLast(RandomGenerator random, Goods goods) {
    return draw(random, goods, Goods.LAST);
  }

  private List<String> draw(RandomGenerator random, Goods goods, String wanted) {
    int lines = this == RESERVE_HOT ? 1 : LINES;
    List<String> skus = new ArrayList<>(lines);
    if (hot()) {
      skus.add(wanted);
    }
    while (skus.size() < lines) {
      String sku = goods.sku(random.nextInt(goods.products()));
      if (!skus.contains(sku)) {
        skus.add(sku);
      }
    }
    return skus;
  }

  /** Sends one command. */
  boolean send(Side side, List<String> skus) {
    return this == RESERVE_HOT ? side.reserve(skus.get(0)) : side.order(skus);
  }
}
