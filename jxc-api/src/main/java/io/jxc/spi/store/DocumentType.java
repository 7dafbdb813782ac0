package io.jxc.spi.store;

import io.jxc.spi.store.IndexDeclaration.Uniqueness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declares a type of document: an aggregate put whole with the expected version, with typed
 * attributes, indexes, listings and, where declared, line rows.
 *
 * <pre>{@code
 * DocumentType product = DocumentType.named("product")
 *     .attributes(Attribute.code("category"))
 *     .index("barcode", Uniqueness.UNIQUE)
 *     .build();
 * }</pre>
 *
 * @param name lower_snake_case; part of the stored format
 * @param attributes typed columns of the header
 * @param lines the line rows, if the type has any
 * @param indexes declared indexes; listings of a type that is not dedicated are kept as MULTI
 *     indexes of the listing's name as well
 * @param listings declared orders
 * @param dedicated whether SQL stores keep the type in a table of its own ({@code jxc_<name>},
 *     lines in {@code jxc_<name>_line}); other types share one table
 */
public record DocumentType(
    String name,
    AttributeLayout attributes,
    Optional<LineType> lines,
    List<IndexDeclaration> indexes,
    List<Listing> listings,
    boolean dedicated) {

  /** Checks that the parts fit together. */
  public DocumentType {
    Names.requireIdentifier("document type", name);
    indexes = List.copyOf(indexes);
    listings = List.copyOf(listings);
    AttributeLayout declared = attributes;
    listings.forEach(listing -> listing.check(declared));
    if (lines.isPresent() && !dedicated) {
      throw new IllegalArgumentException(name + ": a type with lines has tables of its own");
    }
  }

  /** Starts the declaration of a type. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * Returns the index of this name: a declared one, or the MULTI index that keeps a listing of a
   * type without a table of its own.
   *
   * @throws IllegalArgumentException when there is none
   */
  public IndexDeclaration index(String index) {
    for (IndexDeclaration declared : indexes) {
      if (declared.name().equals(index)) {
        return declared;
      }
    }
    if (!dedicated && listings.stream().anyMatch(listing -> listing.name().equals(index))) {
      return new IndexDeclaration(index, Uniqueness.MULTI);
    }
    throw new IllegalArgumentException(name + " declares no index '" + index + "'");
  }

  /** Returns the listing of this name or refuses. */
  public Listing listing(String listing) {
    return find(listings, listing, name);
  }

  static Listing find(List<Listing> listings, String listing, String type) {
    for (Listing declared : listings) {
      if (declared.name().equals(listing)) {
        return declared;
      }
    }
    throw new IllegalArgumentException(type + " declares no listing '" + listing + "'");
  }

  /** Collects a declaration. */
  public static final class Builder {
    private final String name;
    private AttributeLayout attributes = AttributeLayout.EMPTY;
    private Optional<LineType> lines = Optional.empty();
    private final List<IndexDeclaration> indexes = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private boolean dedicated;

    private Builder(String name) {
      this.name = name;
    }

    /** Declares the typed columns of the header. */
    public Builder attributes(Attribute... declared) {
      attributes = AttributeLayout.of(declared);
      return this;
    }

    /** Declares line rows; the type then has tables of its own. */
    public Builder lines(LineType declared) {
      lines = Optional.of(declared);
      dedicated = true;
      return this;
    }

    /** Declares an index. */
    public Builder index(String index, Uniqueness uniqueness) {
      indexes.add(new IndexDeclaration(index, uniqueness));
      return this;
    }

    /** Declares a listing. */
    public Builder listing(String listing, List<String> equality, List<String> sort) {
      listings.add(new Listing(listing, equality, sort));
      return this;
    }

    /** Gives the type a table of its own. */
    public Builder dedicated() {
      dedicated = true;
      return this;
    }

    /** Returns the declaration. */
    public DocumentType build() {
      return new DocumentType(name, attributes, lines, indexes, listings, dedicated);
    }
  }
}
