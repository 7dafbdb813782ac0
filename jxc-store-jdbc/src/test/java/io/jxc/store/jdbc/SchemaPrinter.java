package io.jxc.store.jdbc;

import io.jxc.spi.store.StoreSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the scripts from the declarations, when a type is new: {@code V001} of the system tables,
 * and the script of a schema under a name of its own. What is released never changes again; a test
 * holds scripts and declarations together.
 */
final class SchemaPrinter {
  private SchemaPrinter() {}

  /** The script of the system tables, as it stands in the resources. */
  static String system(Dialect dialect) {
    return new SchemaScript(dialect).script(TableLayouts.system());
  }

  /** The script of the tables of declared types. */
  static String types(Dialect dialect, StoreSchema schema) {
    SchemaScript script = new SchemaScript(dialect);
    return script.script(script.tables(schema));
  }

  /** Writes a script of declared types for each dialect below a folder of resources. */
  static void write(Path resources, String name, StoreSchema schema) throws IOException {
    for (Dialect dialect : List.of(Dialect.H2, Dialect.MYSQL)) {
      Path file = resources.resolve(dialect.folder()).resolve(name);
      Files.writeString(file, types(dialect, schema));
    }
  }

  /** Writes the system tables' scripts below the folder given. */
  public static void main(String[] arguments) throws IOException {
    for (Dialect dialect : List.of(Dialect.H2, Dialect.MYSQL)) {
      Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(dialect.folder()));
      Files.writeString(folder.resolve("V001__system_tables.sql"), system(dialect));
    }
  }
}
