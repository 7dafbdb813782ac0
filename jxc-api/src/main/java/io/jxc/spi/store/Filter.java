package io.jxc.spi.store;

import java.util.List;
import java.util.Objects;

/**
 * A condition on one declared attribute. An absent value meets no condition.
 *
 * @param attribute name of a declared attribute; a dimension or column in balance aggregates
 * @param operator how it is compared
 * @param values one value; several only for {@link Operator#IN}
 */
public record Filter(String attribute, Operator operator, List<Object> values) {
  /** How an attribute is compared. */
  public enum Operator {
    /** Equal to the value. */
    EQ,
    /** Equal to one of the values; at most 1,000. */
    IN,
    /** Below the value. */
    LT,
    /** At most the value. */
    LE,
    /** Above the value. */
    GT,
    /** At least the value. */
    GE,
    /** A code that starts with the value's bytes. */
    PREFIX
  }

  /** Checks the number of values. */
  public Filter {
    Names.requireIdentifier("attribute", attribute);
    Objects.requireNonNull(operator, "operator");
    values = List.copyOf(values);
    if (operator == Operator.IN ? values.size() > 1_000 : values.size() != 1) {
      throw new IllegalArgumentException(
          attribute + " " + operator + ": found " + values.size() + " values");
    }
  }

  /** Requires an equal value. */
  public static Filter eq(String attribute, Object value) {
    return new Filter(attribute, Operator.EQ, List.of(value));
  }

  /** Requires one of the values; none of them = no row at all. */
  public static Filter in(String attribute, List<?> values) {
    return new Filter(attribute, Operator.IN, List.copyOf(values));
  }

  /** Compares with one value. */
  public static Filter of(String attribute, Operator operator, Object value) {
    return new Filter(attribute, operator, List.of(value));
  }
}
