package io.jxc.store.jdbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as statements take them: one place that knows the classes. */
final class Binder {
  private Binder() {}

  /** Binds one value; keys and codes are bytes already. */
  static void bind(PreparedStatement statement, int position, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(position, Types.NULL);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(position, bytes);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value instanceof Integer number) {
      statement.setInt(position, number);
    } else if (value instanceof BigDecimal decimal) {
      statement.setBigDecimal(position, decimal);
    } else if (value instanceof String text) {
      statement.setString(position, text);
    } else if (value instanceof LocalDate date) {
      // Not through java.sql.Date: no time zone has a say in a calendar day.
      statement.setObject(position, date);
    } else if (value instanceof Object[] array) {
      // Keys of a join, on databases that take arrays.
      statement.setObject(position, array);
    } else {
      throw new IllegalArgumentException("no column holds " + value.getClass());
    }
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
