package io.jxc.spi.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index values that keep the listings of document types without a table of their own: core
 * writes one MULTI index row per listing, under the listing's name, and stores read ranges of them.
 * Part of the stored format.
 *
 * <p>A value is the encoded equality attributes, then the encoded sort attributes, each followed by
 * 0x00; a listing without attributes has the single byte 0x00. The bytes of two values compare as
 * their attributes do, one after the other.
 */
public final class ListingKeys {
  private static final BigInteger DECIMALS = BigInteger.TEN.pow(Attribute.DECIMAL_PRECISION);

  private ListingKeys() {}

  /**
   * Returns the index value of a row; empty when the row lacks an attribute of the listing and so
   * is not in it.
   *
   * @throws IllegalArgumentException when the value takes more than 400 bytes
   */
  public static Optional<String> encode(Listing listing, AttributeValues values) {
    List<Object> found = new ArrayList<>();
    for (List<String> names : List.of(listing.equality(), listing.sort())) {
      for (String name : names) {
        Optional<Object> value = values.value(name);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        found.add(value.get());
      }
    }
    return Optional.of(Names.requireKey("value of listing " + listing.name(), join(found)));
  }

  /**
   * Returns what the index values of all rows with these equality attributes start with.
   *
   * @param equality normalised values, one for each equality attribute in declared order
   */
  public static String prefix(Listing listing, List<Object> equality) {
    if (equality.size() != listing.equality().size()) {
      throw new IllegalArgumentException(
          "listing "
              + listing.name()
              + " takes "
              + listing.equality().size()
              + " equality values, found "
              + equality.size());
    }
    return listing.equality().isEmpty() && !listing.sort().isEmpty() ? "" : join(equality);
  }

  /**
   * Returns the encoded form of one normalised value, without the 0x00 behind it: texts as they
   * are, whole numbers and micros as 16 hexadecimal digits with the sign bit flipped, dates in ISO
   * form, decimals as a sign digit and 24 digits of the unscaled number (of its complement if
   * negative).
   *
   * @throws IllegalArgumentException for a text with 0x00, a date outside the years 1 to 9999, or
   *     another class
   */
  public static String encodeValue(Object value) {
    if (value instanceof String text) {
      return Names.composite(text);
    } else if (value instanceof Long number) {
      return sortable(number);
    } else if (value instanceof Instant instant) {
      return sortable(Chain.micros(instant));
    } else if (value instanceof LocalDate date) {
      return day(date);
    } else if (value instanceof BigDecimal decimal) {
      return digits(decimal.unscaledValue());
    }
    throw new IllegalArgumentException("no sortable form for " + value.getClass());
  }

  private static String join(List<Object> values) {
    StringBuilder joined = new StringBuilder();
    for (Object value : values) {
      joined.append(encodeValue(value)).append(Names.SEPARATOR);
    }
    // An index value is not empty.
    return values.isEmpty() ? String.valueOf(Names.SEPARATOR) : joined.toString();
  }

  private static String sortable(long number) {
    String hex = Long.toHexString(number ^ Long.MIN_VALUE);
    return "0".repeat(16 - hex.length()) + hex;
  }

  private static String day(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("a listed date is in the years 1..9999, found " + date);
    }
    return date.toString();
  }

  private static String digits(BigInteger unscaled) {
    boolean negative = unscaled.signum() < 0;
    BigInteger shown = negative ? DECIMALS.add(unscaled) : unscaled;
    String digits = shown.toString();
    return (negative ? "0" : "1")
        + "0".repeat(Attribute.DECIMAL_PRECISION - digits.length())
        + digits;
  }
}
