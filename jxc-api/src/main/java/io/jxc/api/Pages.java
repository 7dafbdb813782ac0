package io.jxc.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks through all pages of a list.
 *
 * <pre>{@code
 * Pages.stream(request -> session.catalog().list(ProductQuery.all(), request)).forEach(…);
 * }</pre>
 */
public final class Pages {
  private static final int SIZE = 500;

  private Pages() {}

  /** Returns all items, a page at a time; each page is its own snapshot. */
  public static <T> Stream<T> stream(Function<PageRequest, Page<T>> list) {
    Iterator<T> items = new Walk<>(list);
    int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, ordered), false);
  }

  private static final class Walk<T> implements Iterator<T> {
    private final Function<PageRequest, Page<T>> list;
    private final Deque<T> ready = new ArrayDeque<>();
    private PageRequest request = PageRequest.first(SIZE);
    private boolean more = true;

    Walk(Function<PageRequest, Page<T>> list) {
      this.list = list;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && more) {
        Page<T> page = list.apply(request);
        ready.addAll(page.items());
        more = page.next().isPresent();
        page.next().ifPresent(cursor -> request = request.after(cursor));
      }
      return !ready.isEmpty();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }
}
