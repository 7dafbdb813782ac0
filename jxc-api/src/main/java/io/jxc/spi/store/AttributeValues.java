package io.jxc.spi.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row's declared attributes. Immutable; each value is normalised (decimals at the
 * declared scale, instants in whole micros), so that equal values are equal in every store. An
 * attribute without a value is absent.
 */
public final class AttributeValues {
  /** The values of a type without attributes. */
  public static final AttributeValues EMPTY = builder(AttributeLayout.EMPTY).build();

  private final AttributeLayout layout;
  private final @Nullable Object[] values;

  private AttributeValues(AttributeLayout layout, @Nullable Object[] values) {
    this.layout = layout;
    this.values = values;
  }

  /** Starts the values of a row of this layout; all absent at first. */
  public static Builder builder(AttributeLayout layout) {
    return new Builder(layout);
  }

  /** Returns the declared attributes these are the values of. */
  public AttributeLayout layout() {
    return layout;
  }

  /** Returns the value at a declared position. */
  public Optional<Object> at(int position) {
    return Optional.ofNullable(values[position]);
  }

  /** The value at a position without a wrapping, for digests; null where it is absent. */
  @Nullable Object raw(int position) {
    return values[position];
  }

  /** Returns the value of an attribute of any kind. */
  public Optional<Object> value(String name) {
    return at(layout.position(name));
  }

  /** Returns the value of a code or text attribute. */
  public Optional<String> string(String name) {
    return value(name).map(String.class::cast);
  }

  /** Returns the value of an integer attribute. */
  public Optional<Long> integer(String name) {
    return value(name).map(Long.class::cast);
  }

  /** Returns the value of a decimal attribute. */
  public Optional<BigDecimal> decimal(String name) {
    return value(name).map(BigDecimal.class::cast);
  }

  /** Returns the value of an instant attribute. */
  public Optional<Instant> instant(String name) {
    return value(name).map(Instant.class::cast);
  }

  /** Returns the value of a date attribute. */
  public Optional<LocalDate> date(String name) {
    return value(name).map(LocalDate.class::cast);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AttributeValues that
            && layout.equals(that.layout)
            && Arrays.equals(values, that.values));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        text.append(text.length() > 1 ? ", " : "")
            .append(layout.attributes().get(i).name())
            .append('=');
        text.append(values[i]);
      }
    }
    return text.append('}').toString();
  }

  /** Collects the values of one row. Not thread-safe. */
  public static final class Builder {
    private final AttributeLayout layout;
    private @Nullable Object[] values;
    private boolean built;

    private Builder(AttributeLayout layout) {
      this.layout = layout;
      this.values = new @Nullable Object[layout.size()];
    }

    /** Sets one attribute. */
    public Builder set(String name, Object value) {
      return set(layout.position(name), value);
    }

    /** Sets one attribute where a value is present; leaves it absent otherwise. */
    public Builder set(String name, Optional<?> value) {
      value.ifPresent(present -> set(layout.position(name), present));
      return this;
    }

    /** Sets the attribute at a declared position; for stores that read column by column. */
    public Builder set(int position, Object value) {
      if (built) {
        // what was built keeps its values
        values = values.clone();
        built = false;
      }
      values[position] = layout.attributes().get(position).normalise(value);
      return this;
    }

    /** Returns the immutable values. */
    public AttributeValues build() {
      built = true;
      return new AttributeValues(layout, values);
    }
  }
}
