package io.jxc.spi.store;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes with value equality: a body, a digest, a hash. */
public final class Bytes implements Comparable<Bytes> {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** Copies an array. */
  public static Bytes copyOf(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /** Takes an array that nobody else will ever change; saves the copy on hot paths. */
  public static Bytes wrap(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value);
  }

  /** Returns a copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Returns the bytes themselves, not to be changed; for codecs and drivers. */
  public byte[] unsafeArray() {
    return value;
  }

  /** Returns how many bytes there are. */
  public int size() {
    return value.length;
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Returns the bytes in hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public String toString() {
    return value.length <= 32 ? hex() : value.length + " bytes";
  }
}
