package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.StoreSchema;
import java.util.Collection;
import java.util.List;

/**
 * The stored types of one feature; each feature's module binds one.
 *
 * @param documents its documents
 * @param balances its balances
 * @param journals its journals
 */
public record FeatureTypes(
    List<DocType<?>> documents, List<BalanceType> balances, List<JournalOf<?>> journals) {
  /** Copies the lists. */
  public FeatureTypes {
    documents = List.copyOf(documents);
    balances = List.copyOf(balances);
    journals = List.copyOf(journals);
  }

  /** Returns the schema of all features. */
  public static StoreSchema schema(Collection<FeatureTypes> features) {
    return new StoreSchema(
        features.stream().flatMap(f -> f.documents().stream().map(DocType::declaration)).toList(),
        features.stream().flatMap(f -> f.balances().stream()).toList(),
        features.stream().flatMap(f -> f.journals().stream().map(JournalOf::declaration)).toList());
  }
}
