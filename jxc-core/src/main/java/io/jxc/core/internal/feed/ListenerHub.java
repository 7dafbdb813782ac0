package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.health.FeedLag;
import io.jxc.spi.JxcListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Serves the host's listeners: one daemon thread each, so that a slow, hanging or throwing one
 * harms neither commands nor the others. Commits of this node wake the threads, commits of others
 * are found by looking again after a while.
 */
public final class ListenerHub implements AutoCloseable {
  private final EventReader reader;
  private final List<ListenerThread> threads;
  private final ConcurrentMap<TenantId, Long> known = new ConcurrentHashMap<>();

  /**
   * Starts the threads.
   *
   * @param waits how long they wait; closing waits for what was committed before
   */
  public ListenerHub(List<JxcListener> listeners, EventReader reader, Waits waits) {
    this.reader = reader;
    List<ListenerThread> made = new ArrayList<>();
    for (JxcListener listener : listeners) {
      made.add(new ListenerThread(listener, made.size() + 1, reader, waits));
    }
    threads = List.copyOf(made);
    threads.forEach(ListenerThread::start);
  }

  /**
   * How long threads wait.
   *
   * @param poll how long a commit of another node may go unnoticed
   * @param grace how long they go on when they are stopped
   * @param clock tells since when something waits
   */
  public record Waits(Duration poll, Duration grace, Clock clock) {}

  /**
   * Watches a tenant that somebody begins to work with, from its newest event on. Called before the
   * first command, and done when it returns, so that this command is heard of. A tenant that does
   * not exist is not remembered: made-up names must not fill the memory.
   */
  public void watch(TenantId tenant) {
    if (!threads.isEmpty() && !known.containsKey(tenant)) {
      long head = reader.head(tenant).sequence();
      if (head > 0) {
        watchFrom(tenant, head);
      }
    }
  }

  /** Watches a tenant that is about to be provisioned, from its first event on. */
  public void watchNew(TenantId tenant) {
    if (!threads.isEmpty() && !known.containsKey(tenant)) {
      watchFrom(tenant, reader.head(tenant).sequence());
    }
  }

  /** Hears that this node committed. */
  public void committed(TenantId tenant) {
    if (known.containsKey(tenant)) {
      threads.forEach(thread -> thread.wake(tenant));
    }
  }

  /** Tells how far behind each listener is. */
  public List<FeedLag> lags() {
    return threads.stream().map(ListenerThread::lag).toList();
  }

  private void watchFrom(TenantId tenant, long sequence) {
    known.computeIfAbsent(
        tenant,
        added -> {
          threads.forEach(thread -> thread.watch(added, sequence));
          return sequence;
        });
  }

  /** Lets the threads deliver what was committed before, for a bounded time, and ends them. */
  @Override
  public void close() {
    threads.forEach(ListenerThread::stop);
    threads.forEach(ListenerThread::awaitEnd);
  }
}
