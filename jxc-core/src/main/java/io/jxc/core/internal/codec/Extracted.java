package io.jxc.core.internal.codec;

import io.jxc.spi.store.AttributeValues;
import java.util.Optional;

/** Sets an attribute from what a binding's function gave: a value, or an {@link Optional} of it. */
final class Extracted {
  private Extracted() {}

  static void set(AttributeValues.Builder values, int position, Object extracted) {
    if (extracted instanceof Optional<?> optional) {
      optional.ifPresent(value -> values.set(position, value));
    } else {
      values.set(position, extracted);
    }
  }
}
