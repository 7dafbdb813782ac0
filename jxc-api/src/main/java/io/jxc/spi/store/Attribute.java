package io.jxc.spi.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One declared, typed column of a document, a line or a journal entry.
 *
 * @param name lower_snake_case, at most 40 bytes; part of the stored format
 * @param kind what it holds
 * @param scale digits after the point of a {@link AttributeKind#DECIMAL}, else 0
 */
public record Attribute(String name, AttributeKind kind, int scale) {
  /** Digits a decimal may have in all. */
  public static final int DECIMAL_PRECISION = 24;

  /** Checks the name and the scale. */
  public Attribute {
    Names.requireIdentifier("attribute", name);
    Objects.requireNonNull(kind, "kind");
    if (scale < 0 || scale > 8 || (scale != 0 && kind != AttributeKind.DECIMAL)) {
      throw new IllegalArgumentException(
          "attribute " + name + ": scale must be 0..8, was " + scale);
    }
  }

  /** Declares a key-like text. */
  public static Attribute code(String name) {
    return new Attribute(name, AttributeKind.CODE, 0);
  }

  /** Declares a free text. */
  public static Attribute text(String name) {
    return new Attribute(name, AttributeKind.TEXT, 0);
  }

  /** Declares a whole number. */
  public static Attribute integer(String name) {
    return new Attribute(name, AttributeKind.INTEGER, 0);
  }

  /** Declares a decimal of 24 digits, {@code scale} of them after the point. */
  public static Attribute decimal(String name, int scale) {
    return new Attribute(name, AttributeKind.DECIMAL, scale);
  }

  /** Declares a moment. */
  public static Attribute instant(String name) {
    return new Attribute(name, AttributeKind.INSTANT, 0);
  }

  /** Declares a calendar day. */
  public static Attribute date(String name) {
    return new Attribute(name, AttributeKind.DATE, 0);
  }

  /**
   * Brings a value to its stored form: decimals to the declared scale.
   *
   * @throws IllegalArgumentException when the value is of another class, would lose digits, or is a
   *     code of more than {@value Names#KEY_BYTES} bytes
   */
  public Object normalise(Object value) {
    if (!kind.javaType().isInstance(value)) {
      throw new IllegalArgumentException(
          "attribute "
              + name
              + " takes "
              + kind.javaType().getSimpleName()
              + ", found "
              + value.getClass());
    }
    if (value instanceof BigDecimal decimal) {
      return normaliseDecimal(decimal);
    }
    if (kind == AttributeKind.CODE) {
      return Names.requireKey("attribute " + name, (String) value);
    }
    if (value instanceof Instant instant && instant.get(ChronoField.NANO_OF_SECOND) % 1_000 != 0) {
      throw new IllegalArgumentException(
          "attribute " + name + " is exact to microseconds, found " + instant);
    }
    return value;
  }

  private BigDecimal normaliseDecimal(BigDecimal decimal) {
    if (decimal.scale() == scale && decimal.precision() <= DECIMAL_PRECISION) {
      return decimal;
    }
    if ((long) decimal.precision() - decimal.scale() > DECIMAL_PRECISION - scale
        && decimal.signum() != 0) {
      throw new IllegalArgumentException("attribute " + name + " holds 24 digits, found more");
    }
    try {
      return decimal.setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "attribute " + name + " has scale " + scale + ", found " + decimal.scale(), e);
    }
  }

  /** Cuts an instant to the microseconds a store keeps. */
  public static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
