package io.jxc.spi.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that will be stored, declared: handed to {@link JxcStore#register} once, at start.
 *
 * @param documents all document types
 * @param balances all balance types
 * @param journals all journal types
 */
public record StoreSchema(
    List<DocumentType> documents, List<BalanceType> balances, List<JournalType> journals) {

  /** Copies the lists and refuses a name used twice. */
  public StoreSchema {
    documents = List.copyOf(documents);
    balances = List.copyOf(balances);
    journals = List.copyOf(journals);
    Map<String, String> seen = new HashMap<>();
    documents.forEach(type -> unique(seen, type.name()));
    balances.forEach(type -> unique(seen, type.name()));
    journals.forEach(type -> unique(seen, type.name()));
  }

  private static void unique(Map<String, String> seen, String name) {
    if (seen.put(name, name) != null) {
      throw new IllegalArgumentException("stored type declared twice: " + name);
    }
  }

  /** Returns the document type of this name or refuses. */
  public DocumentType document(String name) {
    return documents.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** Returns the balance type of this name or refuses. */
  public BalanceType balance(String name) {
    return balances.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** Returns the journal type of this name or refuses. */
  public JournalType journal(String name) {
    return journals.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("no stored type is declared as '" + name + "'");
  }
}
