package io.jxc.store.jdbc;

import java.util.Set;

/**
 * Names of tables and columns. Declared names are always quoted, since tomorrow's reserved words
 * are unknown; where one meets a column of ours it gets an underscore behind it.
 */
final class SqlNames {
  private static final Set<String> OUR_COLUMNS =
      Set.of("tenant", "doc_key", "line_no", "version", "format", "body", "sequence");
  private static final Set<String> OUR_TABLES =
      Set.of("head", "block", "document", "index", "journal", "lease", "schema", "schema_lock");

  private SqlNames() {}

  /** The table of a declared type. */
  static String table(String type) {
    if (OUR_TABLES.contains(type)) {
      throw new IllegalArgumentException("the name of a stored type is taken: " + type);
    }
    return "jxc_" + type;
  }

  static String lineTable(String type) {
    return table(type) + "_line";
  }

  /** The bare column of a declared attribute, dimension or number. */
  static String column(String declared) {
    String stem = declared;
    while (stem.endsWith("_")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return OUR_COLUMNS.contains(stem) ? declared + "_" : declared;
  }
}
