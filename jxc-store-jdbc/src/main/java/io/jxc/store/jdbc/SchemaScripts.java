package io.jxc.store.jdbc;

import io.jxc.spi.store.StoreSchema;
import java.util.List;

/**
 * The tables that a host's own stored types need: document types and journals declared as
 * dedicated, and all balance types. The host adds the script to its migrations; {@code register}
 * refuses a store where they are missing or differ.
 *
 * <p>The same declarations give the same script in every run.
 */
public final class SchemaScripts {
  private SchemaScripts() {}

  /** Returns the script for H2, statements ended by semicolons. */
  public static String forH2(StoreSchema schema) {
    return script(Dialect.H2, schema);
  }

  /** Returns the script for MySQL and MariaDB, statements ended by semicolons. */
  public static String forMySql(StoreSchema schema) {
    return script(Dialect.MYSQL, schema);
  }

  private static String script(Dialect dialect, StoreSchema schema) {
    SchemaScript script = new SchemaScript(dialect);
    List<Table> tables = script.tables(schema);
    return tables.isEmpty() ? "" : script.script(tables);
  }
}
