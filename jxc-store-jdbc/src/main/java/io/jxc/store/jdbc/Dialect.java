package io.jxc.store.jdbc;

import java.util.List;
import java.util.Locale;

/** What differs between the databases: names, types, a few expressions, the shape of writes. */
enum Dialect {
  /** H2 2.x: rows are written as JDBC batches, there is no network to save round trips on. */
  H2("h2") {
    @Override
    String quote(String name) {
      // In capitals, as H2 folds a name that somebody writes without quotes.
      return '"' + name.toUpperCase(Locale.ROOT) + '"';
    }

    @Override
    String type(Column column) {
      return switch (column.kind()) {
        case BYTES -> "VARBINARY(" + column.size() + ")";
        case FIXED_BYTES -> "BINARY(" + column.size() + ")";
        // 1 MB, the bound of a body; a BLOB would cost a second structure for each row.
        case BODY -> "VARBINARY(1048576)";
        case TEXT -> "VARCHAR(1048576)";
        case LONG -> "BIGINT";
        case INT -> "INTEGER";
        case DECIMAL -> "DECIMAL(24, " + column.size() + ")";
        case DATE -> "DATE";
      };
    }

    @Override
    String tableOptions() {
      return "";
    }

    @Override
    String textBytes(String expression) {
      return "STRINGTOUTF8(" + expression + ")";
    }

    @Override
    String nowMicros() {
      return "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP(6)) * 1000000 AS BIGINT)";
    }
  },

  /** MySQL, MariaDB and engines of their protocol: rows are written by set-based statements. */
  MYSQL("mysql") {
    @Override
    String quote(String name) {
      return '`' + name + '`';
    }

    @Override
    String type(Column column) {
      return switch (column.kind()) {
        case BYTES -> "VARBINARY(" + column.size() + ")";
        case FIXED_BYTES -> "BINARY(" + column.size() + ")";
        case BODY -> "LONGBLOB";
        case TEXT -> "MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        case LONG -> "BIGINT";
        case INT -> "INT";
        case DECIMAL -> "DECIMAL(24, " + column.size() + ")";
        case DATE -> "DATE";
      };
    }

    @Override
    String tableOptions() {
      return " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC";
    }

    @Override
    String textBytes(String expression) {
      return "CAST(" + expression + " AS BINARY)";
    }

    @Override
    String nowMicros() {
      return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6))";
    }
  };

  private final String folder;

  Dialect(String folder) {
    this.folder = folder;
  }

  /** The folder of this dialect's scripts. */
  String folder() {
    return folder;
  }

  /** Quotes a declared name, so that no reserved word can hurt. */
  abstract String quote(String name);

  /** The type of a column. */
  abstract String type(Column column);

  /** What stands behind the bracket of CREATE TABLE. */
  abstract String tableOptions();

  /** The UTF-8 bytes of a text, to group and compare by: collations pad or sort otherwise. */
  abstract String textBytes(String expression);

  /** The database's clock in micros since 1970. */
  abstract String nowMicros();

  /** The column of a declared attribute, dimension or number. */
  String column(String declared) {
    return quote(SqlNames.column(declared));
  }

  List<String> columns(List<String> declared) {
    return declared.stream().map(this::column).toList();
  }
}
