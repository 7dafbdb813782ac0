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

  /** Remembers a view. */
  void opened(JdbcView view) {
    synchronized (views) {
      views.addLast(view);
    }
  }

  /** Ends the views that are too old, and forgets those that are closed. */
  void sweep() {
    List<JdbcView> old = new ArrayList<>();
    synchronized (views) {
      views.removeIf(JdbcView::isClosed);
      while (!views.isEmpty() && views.peekFirst().tooOld()) {
        old.add(views.removeFirst());
      }
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
