package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.spi.store.Head;
import java.util.List;

/** Reads events in order. */
public interface EventReader {
  /**
   * Some events and how far was read.
   *
   * @param head the snapshot's head
   * @param events in order of sequence
   * @param readTo everything up to here was looked at
   */
  record Batch(Head head, List<JxcEvent> events, long readTo) {
    /** Copies the events. */
    public Batch {
      events = List.copyOf(events);
    }
  }

  /** Returns the newest head of a tenant. */
  Head head(TenantId tenant);

  /** Returns events after a sequence. */
  Batch after(TenantId tenant, long sequence, int limit);
}
