package io.jxc.store.memory;

import java.util.Arrays;

/**
 * A place in a listing: that of a row, or a cut before or after all rows that share the first
 * values.
 */
final class Place {
  private final Object[] values;
  private final String key;
  private final long number;
  private final byte side;

  private Place(Object[] values, String key, long number, int side) {
    this.values = values;
    this.key = key;
    this.number = number;
    this.side = (byte) side;
  }

  /** The place of a row, with its key and number to break ties. */
  static Place of(Object[] values, String key, long number) {
    return new Place(values, key, number, 0);
  }

  static Place before(Object... prefix) {
    return new Place(prefix, "", 0, -1);
  }

  static Place after(Object... prefix) {
    return new Place(prefix, "", 0, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place that
        && number == that.number
        && side == that.side
        && key.equals(that.key)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(values) + key.hashCode()) + Long.hashCode(number);
  }

  Object value(int column) {
    return values[column];
  }

  int width() {
    return values.length;
  }

  String key() {
    return key;
  }

  long number() {
    return number;
  }

  /** -1 before all rows with these values, 1 after them, 0 for a row's own place. */
  int side() {
    return side;
  }
}
