package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One numbered script. Every statement of a script may be run again: a start that was killed half
 * way is made good by running the script from its beginning.
 *
 * @param number 1, 2, …
 * @param name of its file
 * @param statements in order, without the semicolons
 * @param checksum SHA-256 of the statements
 */
record Migration(int number, String name, List<String> statements, String checksum) {
  private static final List<String> SCRIPTS =
      List.of("V001__system_tables.sql", "V002__core_types.sql");

  /** The scripts of this release, in order. */
  static List<Migration> all(Dialect dialect) {
    List<Migration> all = new ArrayList<>();
    for (int i = 0; i < SCRIPTS.size(); i++) {
      all.add(of(i + 1, SCRIPTS.get(i), resource(dialect.folder() + "/" + SCRIPTS.get(i))));
    }
    return all;
  }

  static Migration of(int number, String name, String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : script.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("--")) {
        open.append(open.length() == 0 ? "" : "\n").append(line.stripTrailing());
        if (line.stripTrailing().endsWith(";")) {
          statements.add(open.substring(0, open.length() - 1));
          open.setLength(0);
        }
      }
    }
    if (open.length() > 0) {
      throw new IllegalArgumentException(name + " ends without a semicolon");
    }
    return new Migration(number, name, List.copyOf(statements), checksum(statements));
  }

  private static String checksum(List<String> statements) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      // Layout of the file does not count: line ends and comments may change.
      byte[] text = String.join(";\n", statements).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String path) {
    try (InputStream in = Migration.class.getResourceAsStream(path)) {
      if (in == null) {
        throw StorageException.schema("script " + path + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw StorageException.failed("read script " + path, e);
    }
  }
}
