package io.jxc.spi.store;

import java.util.List;

/**
 * The dimensions of a balance, in declared order; an unused one is the empty text, never absent.
 * Immutable.
 */
public final class BalanceKey implements Comparable<BalanceKey> {
  private final List<String> dimensions;

  /** Kept, because every look at a balance asks for it. */
  private final int hash;

  /**
   * Copies and checks the dimensions.
   *
   * @param dimensions each at most 400 bytes, without 0x00
   */
  public BalanceKey(List<String> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    int all = 1;
    for (int i = 0; i < this.dimensions.size(); i++) {
      String dimension = Names.requireKey("balance dimension", this.dimensions.get(i));
      if (dimension.indexOf(Names.SEPARATOR) >= 0) {
        throw new IllegalArgumentException("a balance dimension holds no 0x00");
      }
      all = 31 * all + dimension.hashCode();
    }
    this.hash = all;
  }

  /** Returns the dimensions. */
  public List<String> dimensions() {
    return dimensions;
  }

  /** Returns the key of these dimensions. */
  public static BalanceKey of(String... dimensions) {
    return new BalanceKey(List.of(dimensions));
  }

  /** Returns one dimension. */
  public String get(int position) {
    return dimensions.get(position);
  }

  /** Tells whether the first dimensions are these. */
  public boolean startsWith(List<String> prefix) {
    return prefix.size() <= dimensions.size() && same(prefix, prefix.size());
  }

  private boolean same(List<String> others, int first) {
    // By index: keys are compared too often for an iterator each time.
    for (int i = 0; i < first; i++) {
      if (!dimensions.get(i).equals(others.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof BalanceKey that
            && hash == that.hash
            && dimensions.size() == that.dimensions.size()
            && same(that.dimensions, dimensions.size()));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(BalanceKey other) {
    int shared = Math.min(dimensions.size(), other.dimensions.size());
    for (int i = 0; i < shared; i++) {
      int order = Names.compareUtf8(dimensions.get(i), other.dimensions.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(dimensions.size(), other.dimensions.size());
  }

  @Override
  public String toString() {
    return String.join("|", dimensions);
  }
}
