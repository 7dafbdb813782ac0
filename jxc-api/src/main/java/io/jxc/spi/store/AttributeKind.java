package io.jxc.spi.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What a declared attribute holds, and therefore how it is compared, stored and digested. */
public enum AttributeKind {
  /** A key-like text: compared by its UTF-8 bytes, at most 400 of them. Java: {@link String}. */
  CODE(String.class),
  /** Free text, never compared by order. Java: {@link String}. */
  TEXT(String.class),
  /** A whole number of 64 bits. Java: {@link Long}. */
  INTEGER(Long.class),
  /** A decimal of 24 digits with the declared scale. Java: {@link BigDecimal}. */
  DECIMAL(BigDecimal.class),
  /** A moment in UTC, exact to the microsecond. Java: {@link Instant}. */
  INSTANT(Instant.class),
  /** A calendar day. Java: {@link LocalDate}. */
  DATE(LocalDate.class);

  private final Class<?> javaType;

  AttributeKind(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** Returns the Java class of a value of this kind. */
  public Class<?> javaType() {
    return javaType;
  }
}
