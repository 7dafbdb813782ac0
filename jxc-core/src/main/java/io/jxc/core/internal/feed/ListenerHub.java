package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.spi.JxcListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the host's listeners: one daemon thread each, so that a slow, hanging or throwing one
 * harms neither commands nor the others. Commits of this node wake the threads, commits of others
 * are found by looking again after a while.
 */
public final class ListenerHub implements AutoCloseable {
  private final List<ListenerThread> threads;
  private final Set<TenantId> known = ConcurrentHashMap.newKeySet();

  /**
   * Starts the threads.
   *
   * @param poll how long a commit of another node may go unnoticed
   */
  ListenerHub(List<JxcListener> listeners, EventReader reader, Duration poll) {
    List<ListenerThread> started = new ArrayList<>();
    for (int i = 0; i < listeners.size(); i++) {
      started.add(new ListenerThread(listeners.get(i), i + 1, reader, poll));
    }
    threads = List.copyOf(started);
    threads.forEach(ListenerThread::start);
  }

  /** Watches a tenant that somebody begins to work with, from its newest event on. */
  public void watch(TenantId tenant) {
    if (!threads.isEmpty() && known.add(tenant)) {
      threads.forEach(thread -> thread.watch(tenant));
    }
  }

  /** Hears that this node committed. */
  public void committed(TenantId tenant, long firstSequence) {
    if (threads.isEmpty()) {
      return;
    }
    boolean first = known.add(tenant);
    for (ListenerThread thread : threads) {
      thread.committed(tenant, firstSequence, first);
    }
  }

  /** Ends the threads; waits a moment for those that are inside their listener. */
  @Override
  public void close() {
    threads.forEach(ListenerThread::stop);
    threads.forEach(ListenerThread::awaitEnd);
  }
}
