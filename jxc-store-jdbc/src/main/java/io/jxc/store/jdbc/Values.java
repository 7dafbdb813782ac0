package io.jxc.store.jdbc;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Comparison of attribute values, the same as that of their columns. */
final class Values {
  private Values() {}

  /** Orders two values of one attribute: texts by their UTF-8 bytes. */
  static int compare(Object left, Object right) {
    if (left instanceof String text) {
      return Names.compareUtf8(text, (String) right);
    } else if (left instanceof Long number) {
      return number.compareTo((Long) right);
    } else if (left instanceof Instant instant) {
      return instant.compareTo((Instant) right);
    } else if (left instanceof LocalDate date) {
      return date.compareTo((LocalDate) right);
    }
    return ((BigDecimal) left).compareTo((BigDecimal) right);
  }

  /** Refuses a condition that an attribute of this kind does not know. */
  static void check(Attribute attribute, Filter filter) {
    AttributeKind kind = attribute.kind();
    for (Object value : filter.values()) {
      if (!kind.javaType().isInstance(value)) {
        throw new IllegalArgumentException(
            filter.attribute() + " is compared with " + kind.javaType().getSimpleName());
      }
    }
    boolean equality = filter.operator() == Operator.EQ || filter.operator() == Operator.IN;
    if ((kind == AttributeKind.TEXT && !equality)
        || (kind != AttributeKind.CODE && filter.operator() == Operator.PREFIX)) {
      throw new IllegalArgumentException(
          filter.attribute() + " is " + kind + " and not compared by " + filter.operator());
    }
  }

  /** Tells whether a value meets a condition. */
  static boolean meets(Object value, Filter filter) {
    if (filter.operator() == Operator.IN) {
      return filter.values().stream().anyMatch(one -> compare(value, one) == 0);
    }
    Object bound = filter.values().get(0);
    return switch (filter.operator()) {
      case EQ, IN -> compare(value, bound) == 0;
      case LT -> compare(value, bound) < 0;
      case LE -> compare(value, bound) <= 0;
      case GT -> compare(value, bound) > 0;
      case GE -> compare(value, bound) >= 0;
      case PREFIX -> ((String) value).startsWith((String) bound);
    };
  }
}
