package io.jxc.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, all from one snapshot.
 *
 * @param <T> the items
 * @param items in the list's order; may be fewer than asked for although more follow
 * @param next where to go on; absent = this was the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** Returns a page of other items at the same place. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), next);
  }
}
