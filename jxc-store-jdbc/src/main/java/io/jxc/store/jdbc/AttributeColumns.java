package io.jxc.store.jdbc;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the attributes of a type lie in its table: a column each, or all in one as bytes. */
abstract class AttributeColumns {
  private final AttributeLayout layout;

  private AttributeColumns(AttributeLayout layout) {
    this.layout = layout;
  }

  AttributeLayout layout() {
    return layout;
  }

  /** How many columns there are. */
  abstract int width();

  /** Writes the values into a row, from a position on. */
  abstract void write(AttributeValues values, @Nullable Object[] row, int at);

  /** Reads the values from a row, from a position (1, 2, …) on. */
  abstract AttributeValues read(ResultSet row, int at) throws SQLException;

  /** Refuses values of another layout: they would land in the wrong columns. */
  final void check(String type, AttributeValues values) {
    if (!values.layout().equals(layout)) {
      throw new IllegalArgumentException(
          type + " has attributes " + layout + ", found " + values.layout());
    }
  }

  static AttributeColumns each(AttributeLayout layout) {
    return new Each(layout);
  }

  static AttributeColumns packed(String type, AttributeLayout layout) {
    return new Packed(type, layout);
  }

  /** A value as its column takes it. */
  static Object toSql(Object value) {
    if (value instanceof Instant instant) {
      return Chain.micros(instant);
    }
    return value;
  }

  /** A value of an attribute as its column takes it: codes are bytes, texts are not. */
  static Object toSql(Attribute attribute, Object value) {
    return switch (attribute.kind()) {
      case CODE -> Names.utf8((String) value);
      case INSTANT -> Chain.micros((Instant) value);
      case TEXT, INTEGER, DECIMAL, DATE -> value;
    };
  }

  /** Reads a column of an attribute. */
  static Optional<Object> fromSql(Attribute attribute, ResultSet row, int at) throws SQLException {
    Object value =
        switch (attribute.kind()) {
          case CODE -> text(row.getBytes(at));
          case TEXT -> row.getString(at);
          case INTEGER -> row.getLong(at);
          case DECIMAL -> row.getBigDecimal(at);
          case INSTANT -> Chain.instant(row.getLong(at));
          case DATE -> row.getObject(at, LocalDate.class);
        };
    return row.wasNull() ? Optional.empty() : Optional.ofNullable(scaled(attribute, value));
  }

  private static @Nullable Object scaled(Attribute attribute, @Nullable Object value) {
    return value instanceof BigDecimal decimal ? decimal.setScale(attribute.scale()) : value;
  }

  private static @Nullable String text(byte @Nullable [] utf8) {
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  private static final class Each extends AttributeColumns {
    private Each(AttributeLayout layout) {
      super(layout);
    }

    @Override
    int width() {
      return layout().size();
    }

    @Override
    void write(AttributeValues values, @Nullable Object[] row, int at) {
      List<Attribute> attributes = layout().attributes();
      for (int i = 0; i < attributes.size(); i++) {
        Optional<Object> value = values.at(i);
        row[at + i] = value.isPresent() ? toSql(attributes.get(i), value.get()) : null;
      }
    }

    @Override
    AttributeValues read(ResultSet row, int at) throws SQLException {
      AttributeValues.Builder values = AttributeValues.builder(layout());
      List<Attribute> attributes = layout().attributes();
      for (int i = 0; i < attributes.size(); i++) {
        Optional<Object> value = fromSql(attributes.get(i), row, at + i);
        if (value.isPresent()) {
          values.set(i, value.get());
        }
      }
      return values.build();
    }
  }

  private static final class Packed extends AttributeColumns {
    private final String type;

    private Packed(String type, AttributeLayout layout) {
      super(layout);
      this.type = type;
    }

    @Override
    int width() {
      return 1;
    }

    @Override
    void write(AttributeValues values, @Nullable Object[] row, int at) {
      row[at] = AttributeBytes.encode(values);
    }

    @Override
    AttributeValues read(ResultSet row, int at) throws SQLException {
      return AttributeBytes.decode(type, layout(), row.getBytes(at));
    }
  }
}
