package io.jxc.spi.store;

import java.util.List;

/**
 * The dimensions of a balance, in declared order; an unused one is the empty text, never absent.
 *
 * @param dimensions each at most 400 bytes, without 0x00
 */
public record BalanceKey(List<String> dimensions) implements Comparable<BalanceKey> {
  /** Copies and checks the dimensions. */
  public BalanceKey {
    dimensions = List.copyOf(dimensions);
    for (String dimension : dimensions) {
      Names.requireKey("balance dimension", dimension);
      if (dimension.indexOf(Names.SEPARATOR) >= 0) {
        throw new IllegalArgumentException("a balance dimension holds no 0x00");
      }
    }
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
    return prefix.size() <= dimensions.size()
        && dimensions.subList(0, prefix.size()).equals(prefix);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof BalanceKey that) || dimensions.size() != that.dimensions.size()) {
      return false;
    }
    // By index: keys are compared too often for an iterator each time.
    for (int i = 0; i < dimensions.size(); i++) {
      if (!dimensions.get(i).equals(that.dimensions.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < dimensions.size(); i++) {
      hash = 31 * hash + dimensions.get(i).hashCode();
    }
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
