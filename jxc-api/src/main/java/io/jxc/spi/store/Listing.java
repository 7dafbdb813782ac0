package io.jxc.spi.store;

import java.util.List;

/**
 * A declared way to list a type: rows that agree in the {@code equality} attributes, ordered by the
 * {@code sort} attributes and then by key (documents), key and line number (lines) or sequence
 * (journals). A row that lacks one of these attributes is not in the listing. It is read forwards
 * or backwards; SQL stores back it with an index.
 *
 * @param name lower_snake_case
 * @param equality attributes that a query gives a value for, at most 4
 * @param sort attributes that order the rows, at most 3; may be empty
 */
public record Listing(String name, List<String> equality, List<String> sort) {
  /** Checks the bounds. */
  public Listing {
    Names.requireIdentifier("listing", name);
    equality = List.copyOf(equality);
    sort = List.copyOf(sort);
    if (equality.size() > 4 || sort.size() > 3) {
      throw new IllegalArgumentException(
          "listing " + name + " takes 4 equality and 3 sort attributes");
    }
  }

  void check(AttributeLayout layout) {
    equality.forEach(attribute -> check(layout, attribute));
    sort.forEach(attribute -> check(layout, attribute));
  }

  /** Free text has no order that all stores agree on, and no bound that an index could keep. */
  private void check(AttributeLayout layout, String attribute) {
    if (layout.attributes().get(layout.position(attribute)).kind() == AttributeKind.TEXT) {
      throw new IllegalArgumentException(
          "listing " + name + ": attribute " + attribute + " is free text, declare it as a code");
    }
  }
}
