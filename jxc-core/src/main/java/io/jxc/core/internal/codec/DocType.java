package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.ListingKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Binds a record to the document type that stores it.
 *
 * <pre>{@code
 * static final DocType<ProductDocument> PRODUCT =
 *     DocType.of("product", ProductDocument.class, ProductDocument::sku)
 *         .attribute(Attribute.code("category"), ProductDocument::category)
 *         .unique("barcode", ProductDocument::barcodes)
 *         .listing("by_category", List.of("category"), List.of())
 *         .build();
 * }</pre>
 *
 * @param <T> the record
 */
public class DocType<T> {
  private final DocumentType declaration;
  private final Class<T> javaType;
  private final Function<T, String> key;
  private final List<Function<T, ?>> attributes;
  private final Map<String, Function<T, Collection<String>>> indexes;
  private final Formats formats;
  private final boolean technical;
  private final boolean cached;
  private final Set<String> numbered;
  private final boolean indexed;

  DocType(Builder<T> builder, Optional<LineType> lines) {
    this.javaType = builder.javaType;
    this.key = builder.key;
    this.attributes = List.copyOf(builder.extractors);
    this.indexes = new LinkedHashMap<>(builder.indexes);
    this.formats = new Formats(builder.name, builder.upcasters);
    this.technical = builder.technical;
    this.cached = builder.cached;
    this.numbered = Set.copyOf(builder.numbered);
    this.declaration =
        new DocumentType(
            builder.name,
            AttributeLayout.of(builder.declared.toArray(Attribute[]::new)),
            lines,
            builder.indexDeclarations,
            builder.listings,
            builder.dedicated || lines.isPresent());
    this.indexed =
        !indexes.isEmpty() || (!declaration.dedicated() && !declaration.listings().isEmpty());
  }

  /** Starts the binding of a record. */
  public static <T> Builder<T> of(String name, Class<T> javaType, Function<T, String> key) {
    return new Builder<>(name, javaType, key);
  }

  /** Returns what the store is told. */
  public DocumentType declaration() {
    return declaration;
  }

  /** Returns the stored name. */
  public String name() {
    return declaration.name();
  }

  /** Returns the key of a record. */
  public String key(T value) {
    return key.apply(value);
  }

  /** Tells whether the type is bookkeeping of the library itself: not audited. */
  public boolean technical() {
    return technical;
  }

  /** Tells whether the values of an index must be looked up before they are written. */
  public boolean mustLookUp(IndexDeclaration index) {
    return index.unique() && !numbered.contains(index.name());
  }

  /** Tells whether documents are worth keeping in memory between batches. */
  public boolean cached() {
    return cached;
  }

  /** Returns the number of the format that is written. */
  public int format() {
    return formats.newest();
  }

  /** Encodes a record, with the fields that an earlier reader did not know. */
  public DocumentChange.Content encode(T value, Optional<ObjectNode> unknown) {
    return new DocumentChange.Content(format(), values(value), Json.write(value, unknown));
  }

  /**
   * Decodes a row, whatever its format.
   *
   * @throws io.jxc.api.error.StorageException {@code storage.unreadable} when it is damaged
   */
  public Stored<T> decode(DocumentRow row) {
    try {
      Json.Read<T> read = Json.readKeeping(formats.upcast(row.format(), row.body()), javaType);
      DocumentChange.Content content =
          new DocumentChange.Content(row.format(), row.attributes(), row.body());
      return new Stored<>(read.value(), row.version(), Encoded.of(content), read.unknown());
    } catch (RuntimeException e) {
      throw Damage.of(name(), row.key(), e);
    }
  }

  /**
   * Returns the index values of a record: of declared indexes, and of listings kept as indexes. An
   * index without a value is left out.
   */
  public Map<String, Set<String>> indexValues(T value, AttributeValues values) {
    if (!indexed) {
      return Map.of();
    }
    Map<String, Set<String>> found = new LinkedHashMap<>();
    indexes.forEach(
        (name, extract) -> {
          Collection<String> some = extract.apply(value);
          if (!some.isEmpty()) {
            found.put(name, some.size() == 1 ? Set.copyOf(some) : new TreeSet<>(some));
          }
        });
    if (!declaration.dedicated()) {
      for (Listing listing : declaration.listings()) {
        ListingKeys.encode(listing, values)
            .ifPresent(key -> found.put(listing.name(), Set.of(key)));
      }
    }
    return found;
  }

  /** Returns the index values of a record that is not encoded yet. */
  public Map<String, Set<String>> indexValues(T value) {
    boolean listed = !declaration.dedicated() && !declaration.listings().isEmpty();
    return indexValues(value, listed ? values(value) : AttributeValues.EMPTY);
  }

  /** Returns the values of one declared index. */
  public Collection<String> declaredValues(String index, T value) {
    return java.util.Objects.requireNonNull(indexes.get(index), index).apply(value);
  }

  private AttributeValues values(T value) {
    AttributeValues.Builder values = AttributeValues.builder(declaration.attributes());
    for (int i = 0; i < attributes.size(); i++) {
      Extracted.set(values, i, attributes.get(i).apply(value));
    }
    return values.build();
  }

  @Override
  public String toString() {
    return name();
  }

  /**
   * Collects a binding.
   *
   * @param <T> the record
   */
  public static final class Builder<T> {
    private final String name;
    private final Class<T> javaType;
    private final Function<T, String> key;
    private final List<Attribute> declared = new ArrayList<>();
    private final List<Function<T, ?>> extractors = new ArrayList<>();
    private final List<IndexDeclaration> indexDeclarations = new ArrayList<>();
    private final Map<String, Function<T, Collection<String>>> indexes = new LinkedHashMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Upcaster> upcasters = new ArrayList<>();
    private final Set<String> numbered = new HashSet<>();
    private boolean dedicated;
    private boolean technical;
    private boolean cached = true;

    private Builder(String name, Class<T> javaType, Function<T, String> key) {
      this.name = name;
      this.javaType = javaType;
      this.key = key;
    }

    /** Declares a typed column; the function gives the value or an {@link Optional} of it. */
    public Builder<T> attribute(Attribute attribute, Function<T, ?> value) {
      declared.add(attribute);
      extractors.add(value);
      return this;
    }

    /** Declares a unique index; no two documents of a tenant share a value. */
    public Builder<T> unique(String index, Function<T, Collection<String>> values) {
      return index(index, IndexDeclaration.Uniqueness.UNIQUE, values);
    }

    /**
     * Declares a unique index whose values the rule has just drawn from a number series, so that no
     * other document can have them: they are not looked up before they are written.
     */
    public Builder<T> numbered(String index, Function<T, Collection<String>> values) {
      numbered.add(index);
      return unique(index, values);
    }

    /** Declares an index whose values lead to any number of documents. */
    public Builder<T> multi(String index, Function<T, Collection<String>> values) {
      return index(index, IndexDeclaration.Uniqueness.MULTI, values);
    }

    private Builder<T> index(
        String index,
        IndexDeclaration.Uniqueness uniqueness,
        Function<T, Collection<String>> values) {
      indexDeclarations.add(new IndexDeclaration(index, uniqueness));
      indexes.put(index, values);
      return this;
    }

    /** Declares an order to list the documents in. */
    public Builder<T> listing(String listing, List<String> equality, List<String> sort) {
      listings.add(new Listing(listing, equality, sort));
      return this;
    }

    /** Gives the type a table of its own. */
    public Builder<T> dedicated() {
      dedicated = true;
      return this;
    }

    /** Marks bookkeeping of the library itself, which is not audited. */
    public Builder<T> technical() {
      technical = true;
      return this;
    }

    /** Keeps documents out of the cache: each is read at most once. */
    public Builder<T> uncached() {
      cached = false;
      return this;
    }

    /** Adds the step from the format that was written so far to the next one. */
    public Builder<T> upcaster(Upcaster upcaster) {
      upcasters.add(upcaster);
      return this;
    }

    /** Returns the binding of a type without lines. */
    public DocType<T> build() {
      return new DocType<>(this, Optional.empty());
    }

    /** Goes on with the lines of the type. */
    public <L> LinedType.Builder<T, L> lines(
        Class<L> lineType, java.util.function.ToIntFunction<L> number) {
      return new LinedType.Builder<>(this, lineType, number);
    }
  }
}
