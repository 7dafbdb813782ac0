package io.jxc.store.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The views that are open, oldest first, so that forgotten ones are ended when new ones are opened:
 * without a thread of its own, a connection is never held much beyond a view's life.
 */
final class OpenViews {
  private final Deque<JdbcView> views = new ArrayDeque<>();

  /** Remembers a view, and ends those that are too old. */
  void opened(JdbcView view) {
    List<JdbcView> old = new ArrayList<>();
    synchronized (views) {
      views.removeIf(JdbcView::isClosed);
      while (!views.isEmpty() && views.peekFirst().tooOld()) {
        old.add(views.removeFirst());
      }
      views.addLast(view);
    }
    old.forEach(JdbcView::close);
  }

  /** Ends all views. */
  void close() {
    List<JdbcView> all;
    synchronized (views) {
      all = new ArrayList<>(views);
      views.clear();
    }
    all.forEach(JdbcView::close);
  }
}
