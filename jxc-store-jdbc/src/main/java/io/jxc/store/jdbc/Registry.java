package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of all declared types, by name. */
final class Registry {
  private final Dialect dialect;
  private final Map<String, DocumentTable> documents = new HashMap<>();
  private final Map<String, LineTable> lines = new HashMap<>();
  private final Map<String, BalanceTable> balances = new HashMap<>();
  private final Map<String, JournalTable> journals = new LinkedHashMap<>();

  Registry(StoreSchema schema, Dialect dialect) {
    this.dialect = dialect;
    TableLayouts layouts = new TableLayouts(dialect);
    for (DocumentType type : schema.documents()) {
      Table table = type.dedicated() ? layouts.documents(type) : TableLayouts.document();
      documents.put(type.name(), new DocumentTable(type, table, dialect));
      layouts
          .lines(type)
          .ifPresent(
              own ->
                  lines.put(
                      type.name(), new LineTable(type, type.lines().orElseThrow(), own, dialect)));
    }
    for (BalanceType type : schema.balances()) {
      balances.put(type.name(), new BalanceTable(type, layouts.balances(type), dialect));
    }
    for (JournalType type : schema.journals()) {
      Table table = type.dedicated() ? layouts.journal(type) : TableLayouts.journal();
      journals.put(type.name(), new JournalTable(type, table, dialect));
    }
  }

  Dialect dialect() {
    return dialect;
  }

  DocumentTable document(String type) {
    return found(documents, type, "document type");
  }

  LineTable lines(String type) {
    document(type);
    return found(lines, type, "document type with lines");
  }

  BalanceTable balance(String type) {
    return found(balances, type, "balance type");
  }

  JournalTable journal(String type) {
    return found(journals, type, "journal type");
  }

  /** All journals, in declared order. */
  Map<String, JournalTable> journals() {
    return journals;
  }

  /** The rows that a query reads; balances are read otherwise. */
  RowSource rows(Source source, String type) {
    return switch (source) {
      case DOCUMENTS -> document(type);
      case LINES -> lines(type);
      case JOURNAL -> journal(type);
      case BALANCES -> throw new IllegalArgumentException("balances have no listing");
    };
  }

  private static <T> T found(Map<String, T> tables, String type, String what) {
    T table = tables.get(type);
    if (table == null) {
      throw new IllegalArgumentException("no " + what + " is declared as '" + type + "'");
    }
    return table;
  }
}
