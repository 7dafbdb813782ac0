package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.spi.store.Head;
import java.util.List;
import java.util.Optional;

/** Reads events in order. */
public interface EventReader {
  /**
   * Some events and how far was read. Reading stops at an event that is damaged, so that nobody
   * passes it unknowingly.
   *
   * @param head the snapshot's head
   * @param events in order of sequence
   * @param readTo everything up to here was looked at
   * @param damaged the event behind that, where it cannot be read
   */
  record Batch(Head head, List<JxcEvent> events, long readTo, Optional<DamagedEvent> damaged) {
    /** Copies the events. */
    public Batch {
      events = List.copyOf(events);
    }

    /** Tells whether the log goes on behind what was read. */
    boolean more() {
      return readTo < head.sequence();
    }
  }

  /** Returns the newest head of a tenant. */
  Head head(TenantId tenant);

  /** Returns events after a sequence. */
  Batch after(TenantId tenant, long sequence, int limit);
}
