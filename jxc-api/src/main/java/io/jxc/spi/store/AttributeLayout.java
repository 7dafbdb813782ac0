package io.jxc.spi.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ordered attributes of one stored type; the order is part of the digest. Immutable. */
public final class AttributeLayout {
  /** No attribute at all. */
  public static final AttributeLayout EMPTY = new AttributeLayout(List.of());

  private final List<Attribute> attributes;
  private final Map<String, Integer> positions;

  private AttributeLayout(List<Attribute> attributes) {
    this.attributes = List.copyOf(attributes);
    this.positions = new HashMap<>();
    for (int i = 0; i < this.attributes.size(); i++) {
      if (positions.put(this.attributes.get(i).name(), i) != null) {
        throw new IllegalArgumentException("attribute declared twice: " + attributes.get(i).name());
      }
    }
  }

  /** Declares these attributes in this order. */
  public static AttributeLayout of(Attribute... attributes) {
    return new AttributeLayout(List.of(attributes));
  }

  /** Returns the attributes in declared order. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** Returns how many attributes there are. */
  public int size() {
    return attributes.size();
  }

  /** Tells whether an attribute of this name is declared. */
  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /**
   * Returns the position of an attribute.
   *
   * @throws IllegalArgumentException when it is not declared
   */
  public int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException(
          "attribute '" + name + "' is not declared in " + positions.keySet());
    }
    return position;
  }

  /** Returns the attribute of this name. */
  public Attribute attribute(String name) {
    return attributes.get(position(name));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AttributeLayout layout && attributes.equals(layout.attributes));
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return attributes.toString();
  }
}
