package io.jxc.store.jdbc;

import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Values as the text of a statement on the MySQL protocol holds them. Bytes, which nearly all are,
 * stand there as hexadecimal digits: a server reads them faster than characters, which it decodes
 * one by one. Texts stand as they are where they are printable ASCII without a quote and a
 * backslash. So no {@code sql_mode} and no character set can make a value end early or mean
 * something else.
 */
final class Literals {
  /** Both digits of each byte: this is where most of a message is written. */
  private static final byte[] DIGITS =
      HexFormat.of().formatHex(allBytes()).getBytes(StandardCharsets.ISO_8859_1);

  private Literals() {}

  /** Appends a value; the same classes as {@link Binder} binds. */
  static void append(StringBuilder text, @Nullable Object value) {
    if (value == null) {
      text.append("NULL");
    } else if (value instanceof byte[] bytes) {
      append(text, bytes);
    } else if (value instanceof Long number) {
      text.append(number.longValue());
    } else if (value instanceof Integer number) {
      text.append(number.intValue());
    } else if (value instanceof BigDecimal decimal) {
      text.append(decimal.toPlainString());
    } else if (value instanceof String string) {
      append(text, string);
    } else if (value instanceof LocalDate date) {
      text.append('\'').append(date).append('\'');
    } else {
      throw new IllegalArgumentException("no column holds " + value.getClass());
    }
  }

  /** Returns how many characters a value takes at most, or a few more. */
  static long most(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return 2L * bytes.length + 16;
    }
    // no character takes more than three bytes of UTF-8 for each char of Java
    return value instanceof String string ? 6L * string.length() + 16 : 32;
  }

  private static void append(StringBuilder text, byte[] bytes) {
    text.append("x'").append(hex(bytes)).append('\'');
  }

  private static void append(StringBuilder text, String string) {
    if (plain(string)) {
      text.append("_utf8mb4'").append(string).append('\'');
    } else {
      text.append("_utf8mb4 x'").append(hex(Names.utf8(string))).append('\'');
    }
  }

  private static byte[] allBytes() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return all;
  }

  private static String hex(byte[] bytes) {
    byte[] digits = new byte[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int pair = 2 * (bytes[i] & 0xFF);
      digits[2 * i] = DIGITS[pair];
      digits[2 * i + 1] = DIGITS[pair + 1];
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static boolean plain(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (!plain(string.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(int sign) {
    return sign >= ' ' && sign <= '~' && sign != '\'' && sign != '\\';
  }
}
