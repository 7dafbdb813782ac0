package io.jxc.core.internal.codec;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Binds a record to the journal type that stores it. Facts live in typed columns; a body is there
 * only for what has no column.
 *
 * @param <E> the record
 */
public final class JournalOf<E> {
  private static final int FORMAT = 1;

  private final JournalType declaration;
  private final List<Function<E, ?>> extractors;
  private final Function<E, Bytes> body;
  private final Function<JournalRow, E> decoder;

  private JournalOf(Builder<E> builder, Function<JournalRow, E> decoder) {
    this.declaration =
        new JournalType(
            builder.name,
            AttributeLayout.of(builder.declared.toArray(Attribute[]::new)),
            builder.listings,
            true);
    this.extractors = List.copyOf(builder.extractors);
    this.body = builder.body;
    this.decoder = decoder;
  }

  /** Starts the binding of a record. */
  public static <E> Builder<E> of(String name) {
    return new Builder<>(name);
  }

  /** Returns what the store is told. */
  public JournalType declaration() {
    return declaration;
  }

  /** Returns the stored name. */
  public String name() {
    return declaration.name();
  }

  /** Encodes a record. */
  public JournalEntry encode(E value) {
    AttributeValues.Builder values = AttributeValues.builder(declaration.attributes());
    for (int i = 0; i < extractors.size(); i++) {
      Extracted.set(values, i, extractors.get(i).apply(value));
    }
    return new JournalEntry(name(), FORMAT, values.build(), body.apply(value));
  }

  /**
   * Decodes a row.
   *
   * @throws io.jxc.api.error.StorageException {@code storage.unreadable} when it is damaged
   */
  public E decode(JournalRow row) {
    try {
      return decoder.apply(row);
    } catch (RuntimeException e) {
      throw Damage.of(name(), Long.toString(row.sequence()), e);
    }
  }

  /**
   * Collects a binding.
   *
   * @param <E> the record
   */
  public static final class Builder<E> {
    private final String name;
    private final List<Attribute> declared = new ArrayList<>();
    private final List<Function<E, ?>> extractors = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private Function<E, Bytes> body = value -> Bytes.EMPTY;

    private Builder(String name) {
      this.name = name;
    }

    /** Declares a typed column; the function gives the value or an {@link Optional} of it. */
    public Builder<E> attribute(Attribute attribute, Function<E, ?> value) {
      declared.add(attribute);
      extractors.add(value);
      return this;
    }

    /** Declares an order to list the entries in; ties are broken by sequence. */
    public Builder<E> listing(String listing, List<String> equality, List<String> sort) {
      listings.add(new Listing(listing, equality, sort));
      return this;
    }

    /** Says what has no column. */
    public Builder<E> body(Function<E, Bytes> value) {
      body = value;
      return this;
    }

    /** Returns the binding. */
    public JournalOf<E> decodedBy(Function<JournalRow, E> decoder) {
      return new JournalOf<>(this, decoder);
    }
  }
}
