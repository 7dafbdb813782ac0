package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Chain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The attributes of a row in a shared table, as bytes. Part of the stored format: the number of the
 * form (1), then for each present attribute in declared order its name (length in 1 byte, ASCII), a
 * letter for its kind and its value: {@code S} text (length in 4 bytes, UTF-8), {@code L} whole
 * number, {@code I} instant in micros, {@code D} date in days since 1970 (8 bytes each), {@code N}
 * decimal (scale in 1 byte, length in 1 byte, unscaled number). Big-endian.
 */
final class AttributeBytes {
  private static final int FORM = 1;

  private AttributeBytes() {}

  static byte[] encode(AttributeValues values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      for (int i = 0; i < values.layout().size(); i++) {
        Optional<Object> value = values.at(i);
        if (value.isPresent()) {
          byte[] name =
              values.layout().attributes().get(i).name().getBytes(StandardCharsets.US_ASCII);
          out.writeByte(name.length);
          out.write(name);
          write(out, value.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Object value) throws IOException {
    if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte('S');
      out.writeInt(utf8.length);
      out.write(utf8);
    } else if (value instanceof Long number) {
      out.writeByte('L');
      out.writeLong(number);
    } else if (value instanceof Instant instant) {
      out.writeByte('I');
      out.writeLong(Chain.micros(instant));
    } else if (value instanceof LocalDate date) {
      out.writeByte('D');
      out.writeLong(date.toEpochDay());
    } else if (value instanceof BigDecimal decimal) {
      byte[] unscaled = decimal.unscaledValue().toByteArray();
      out.writeByte('N');
      out.writeByte(decimal.scale());
      out.writeByte(unscaled.length);
      out.write(unscaled);
    } else {
      throw new IllegalArgumentException("no stored form for " + value.getClass());
    }
  }

  /** Reads the attributes back; those that are not declared any more are refused, never dropped. */
  static AttributeValues decode(String type, AttributeLayout layout, byte[] bytes) {
    AttributeValues.Builder values = AttributeValues.builder(layout);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int form = in.readUnsignedByte();
      if (form != FORM) {
        throw StorageException.schema(type + ": attributes in form " + form + " are newer");
      }
      while (in.available() > 0) {
        String name = new String(exactly(in, in.readUnsignedByte()), StandardCharsets.US_ASCII);
        Object value = read(in, type);
        if (!layout.has(name)) {
          throw StorageException.schema(type + " has stored attribute '" + name + "', undeclared");
        }
        set(values, type, layout.attribute(name), value);
      }
      return values.build();
    } catch (IOException e) {
      throw StorageException.failed(type + ": stored attributes are cut off", e);
    }
  }

  private static void set(
      AttributeValues.Builder values, String type, Attribute attribute, Object value) {
    try {
      values.set(attribute.name(), value);
    } catch (IllegalArgumentException e) {
      throw StorageException.failed(type + ": stored attribute is of another kind", e);
    }
  }

  private static Object read(DataInputStream in, String type) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case 'S' -> new String(exactly(in, in.readInt()), StandardCharsets.UTF_8);
      case 'L' -> in.readLong();
      case 'I' -> Chain.instant(in.readLong());
      case 'D' -> LocalDate.ofEpochDay(in.readLong());
      case 'N' -> decimal(in, in.readUnsignedByte());
      default -> throw StorageException.schema(type + ": stored attribute of kind " + kind);
    };
  }

  private static BigDecimal decimal(DataInputStream in, int scale) throws IOException {
    return new BigDecimal(new BigInteger(exactly(in, in.readUnsignedByte())), scale);
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new EOFException("a value of " + length + " bytes is cut off");
    }
    return in.readNBytes(length);
  }
}
