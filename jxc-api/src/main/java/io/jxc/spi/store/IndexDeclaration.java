package io.jxc.spi.store;

import java.util.Objects;

/**
 * A declared index of a document type: values that lead to keys. Core computes the values; the
 * store keeps them as they are told in {@link IndexChange}.
 *
 * @param name lower_snake_case
 * @param uniqueness whether one value may lead to several keys
 */
public record IndexDeclaration(String name, Uniqueness uniqueness) {
  /** Whether one value may lead to several keys. */
  public enum Uniqueness {
    /** A second key with the same value is refused as a duplicate. */
    UNIQUE,
    /** Any number of keys may share a value. */
    MULTI
  }

  /** Checks the name. */
  public IndexDeclaration {
    Names.requireIdentifier("index", name);
    Objects.requireNonNull(uniqueness, "uniqueness");
  }

  /** Tells whether a value leads to one key only. */
  public boolean unique() {
    return uniqueness == Uniqueness.UNIQUE;
  }
}
