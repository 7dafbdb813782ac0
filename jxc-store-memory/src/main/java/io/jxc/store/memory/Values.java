package io.jxc.store.memory;

import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The one order of attribute values. */
final class Values {
  private Values() {}

  /** Compares two values of one kind; texts by their UTF-8 bytes, decimals by what they are. */
  static int compare(Object left, Object right) {
    if (left instanceof String text) {
      return Names.compareUtf8(text, (String) right);
    } else if (left instanceof Instant instant) {
      return instant.compareTo((Instant) right);
    } else if (left instanceof LocalDate date) {
      return date.compareTo((LocalDate) right);
    } else if (left instanceof Long number) {
      return number.compareTo((Long) right);
    }
    return ((BigDecimal) left).compareTo((BigDecimal) right);
  }
}
