package io.jxc.store.jdbc;

import java.util.List;
import java.util.Random;

/** Values that a statement could be torn apart by. */
final class NastyValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "'",
          "''",
          "\\",
          "\\'",
          "'\\",
          "a\\'; DROP TABLE jxc_head; --",
          "\"",
          "`",
          "\u0000",
          "\u001a",
          "\r\n\t",
          "\u007f",
          "ß",
          "苹果手机壳",
          "𠮷 and 😀",
          "\u00bf'",
          "\u8a31\u529f\u84cb'",
          "{",
          "{fn now()} {d '2026-01-01'} {call x}",
          "?",
          ";",
          "--",
          "-- ",
          "#",
          "/*",
          "*/",
          "/*! DROP TABLE jxc_head */",
          "/* ping */",
          ":name @variable %s $1",
          "x'00'",
          "0x00",
          "NULL",
          "1e5",
          "plain, ".repeat(9_000),
          "pläin' ".repeat(9_000));

  /** What random values are made of: signs that mean something, and signs that do not. */
  private static final String SIGNS =
      "abc019 '\"`\\;?{}()-#/*!@:%_,\n\r\t\u0000\u001a\u007fß苹\uffff";

  private NastyValues() {}

  static List<String> texts() {
    return TEXTS;
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int signs = random.nextInt(40);
    while (text.length() < signs) {
      if (random.nextInt(20) == 0) {
        text.appendCodePoint(0x1f600 + random.nextInt(64));
      } else {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString();
  }

  /** Any bytes, or printable ones only. */
  static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (' ' + (bytes[i] & 0xff) % 95);
      }
    }
    return bytes;
  }
}
