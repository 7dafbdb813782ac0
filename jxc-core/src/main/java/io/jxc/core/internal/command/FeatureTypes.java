package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.StoreSchema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stored types of one feature; each feature's module binds one.
 *
 * @param documents its documents
 * @param balances its balances
 * @param journals its journals
 * @param plainJournals journals with a codec of their own
 */
public record FeatureTypes(
    List<DocType<?>> documents,
    List<BalanceType> balances,
    List<JournalOf<?>> journals,
    List<JournalType> plainJournals) {
  /** Copies the lists. */
  public FeatureTypes {
    documents = List.copyOf(documents);
    balances = List.copyOf(balances);
    journals = List.copyOf(journals);
    plainJournals = List.copyOf(plainJournals);
  }

  /** Declares a feature whose journals are all bound to records. */
  public FeatureTypes(
      List<DocType<?>> documents, List<BalanceType> balances, List<JournalOf<?>> journals) {
    this(documents, balances, journals, List.of());
  }

  private Stream<JournalType> allJournals() {
    return Stream.concat(journals.stream().map(JournalOf::declaration), plainJournals.stream());
  }

  /** Returns the schema of all features. */
  public static StoreSchema schema(Collection<FeatureTypes> features) {
    return new StoreSchema(
        features.stream().flatMap(f -> f.documents().stream().map(DocType::declaration)).toList(),
        features.stream().flatMap(f -> f.balances().stream()).toList(),
        features.stream().flatMap(FeatureTypes::allJournals).toList());
  }
}
