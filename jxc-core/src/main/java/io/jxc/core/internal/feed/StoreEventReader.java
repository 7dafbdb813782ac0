package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.JxcEvent;
import io.jxc.core.internal.codec.EventCodec;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads events from the store, a snapshot at a time. */
public final class StoreEventReader implements EventReader {
  private static final Set<String> EVENTS = Set.of(EventCodec.JOURNAL.name());

  private final JxcStore store;

  public StoreEventReader(JxcStore store) {
    this.store = store;
  }

  @Override
  public Head head(TenantId tenant) {
    return store.head(tenant);
  }

  @Override
  public Batch after(TenantId tenant, long sequence, int limit) {
    try (StoreView view = store.view(tenant)) {
      return read(view, sequence, limit);
    }
  }

  /** Reads from a snapshot that is open already. */
  static Batch read(StoreView view, long sequence, int limit) {
    Head head = view.head();
    List<JournalRow> rows = view.journal(EVENTS, sequence, limit);
    List<JxcEvent> events = new ArrayList<>(rows.size());
    for (JournalRow row : rows) {
      try {
        events.add(EventCodec.decode(head.tenant(), row));
      } catch (StorageException damage) {
        DamagedEvent damaged = DamagedEvent.of(head.tenant(), row, damage);
        return new Batch(head, events, row.sequence() - 1, Optional.of(damaged));
      }
    }
    long readTo = rows.size() < limit ? head.sequence() : rows.get(rows.size() - 1).sequence();
    return new Batch(head, events, Math.max(sequence, readTo), Optional.empty());
  }
}
