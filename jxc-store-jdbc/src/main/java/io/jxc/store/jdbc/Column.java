package io.jxc.store.jdbc;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Names;

/**
 * A column of a table.
 *
 * @param name as it stands in statements, quoted where it comes from a declaration
 * @param kind what it holds
 * @param size bytes of binary columns, digits after the point of decimals, else 0
 * @param required whether it is NOT NULL
 */
record Column(String name, Kind kind, int size, boolean required) {
  /** What a column holds; each dialect has one type for each. */
  enum Kind {
    BYTES,
    FIXED_BYTES,
    BODY,
    TEXT,
    LONG,
    INT,
    DECIMAL,
    DATE
  }

  static Column tenant() {
    return bytes("tenant", Names.TENANT_BYTES);
  }

  static Column bytes(String name, int size) {
    return new Column(name, Kind.BYTES, size, true);
  }

  static Column key(String name) {
    return bytes(name, Names.KEY_BYTES);
  }

  static Column identifier(String name) {
    return bytes(name, Names.IDENTIFIER_BYTES);
  }

  static Column uuid(String name) {
    return new Column(name, Kind.FIXED_BYTES, 16, true);
  }

  static Column hash(String name) {
    return new Column(name, Kind.FIXED_BYTES, 32, true);
  }

  static Column number(String name) {
    return new Column(name, Kind.LONG, 0, true);
  }

  static Column small(String name) {
    return new Column(name, Kind.INT, 0, true);
  }

  static Column body(String name) {
    return new Column(name, Kind.BODY, 0, true);
  }

  /** The column of a declared attribute; absent values are NULL. */
  static Column of(Attribute attribute, String name) {
    return switch (attribute.kind()) {
      case CODE -> new Column(name, Kind.BYTES, Names.KEY_BYTES, false);
      case TEXT -> new Column(name, Kind.TEXT, 0, false);
      case INTEGER, INSTANT -> new Column(name, Kind.LONG, 0, false);
      case DECIMAL -> new Column(name, Kind.DECIMAL, attribute.scale(), false);
      case DATE -> new Column(name, Kind.DATE, 0, false);
    };
  }

  static Column decimal(String name, int scale) {
    return new Column(name, Kind.DECIMAL, scale, true);
  }

  Column notNull() {
    return new Column(name, kind, size, true);
  }

  /** Bytes this column takes in an index key; InnoDB bounds the sum. */
  int indexBytes() {
    return switch (kind) {
      case BYTES, FIXED_BYTES -> size;
      case LONG -> 8;
      case INT -> 4;
      case DECIMAL -> 12;
      case DATE -> 3;
      case TEXT, BODY -> Integer.MAX_VALUE / 64;
    };
  }
}
