package io.jxc.spi.store;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bounds of the names and keys that a store keeps; one place, so that every store agrees. */
public final class Names {
  /** Bytes of a tenant. */
  public static final int TENANT_BYTES = 40;

  /** Bytes of the name of a type, an attribute, an index or a listing. */
  public static final int IDENTIFIER_BYTES = 40;

  /** Bytes of a document key, an index value, a balance dimension or a code attribute. */
  public static final int KEY_BYTES = 400;

  /** Bytes of a body. */
  public static final int BODY_BYTES = 1 << 20;

  /** The byte between the components of a composite key. */
  public static final char SEPARATOR = '\u0000';

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private Names() {}

  /** Refuses what is not lower_snake_case of at most 40 bytes. */
  public static String requireIdentifier(String what, String name) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " must match " + IDENTIFIER + ", found '" + name + "'");
    }
    return name;
  }

  /** Refuses a key, index value or dimension of more than 400 bytes; empty is allowed. */
  public static String requireKey(String what, String key) {
    // no character takes more than three bytes of UTF-8 for each char of Java
    boolean surelyFits = key.length() * 3 <= KEY_BYTES;
    if (!surelyFits && (key.length() > KEY_BYTES || utf8Length(key) > KEY_BYTES)) {
      throw new IllegalArgumentException(what + " takes at most " + KEY_BYTES + " bytes");
    }
    return key;
  }

  /** Returns how many bytes the text takes in UTF-8. */
  public static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isHighSurrogate(c)) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  /** Orders two texts as their UTF-8 bytes, unsigned, are ordered. */
  public static int compareUtf8(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogateA = Character.isSurrogate(a);
        boolean surrogateB = Character.isSurrogate(b);
        // UTF-16 puts 4-byte characters before U+E000..U+FFFF; UTF-8 puts them after.
        return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Returns the UTF-8 bytes of a text. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Joins components into a composite key that sorts component by component. */
  public static String composite(String... components) {
    for (String component : components) {
      if (component.indexOf(SEPARATOR) >= 0) {
        throw new IllegalArgumentException("a key component holds no 0x00");
      }
    }
    return String.join(String.valueOf(SEPARATOR), components);
  }
}
