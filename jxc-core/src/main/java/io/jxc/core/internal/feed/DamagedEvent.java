package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.EventHeader;
import io.jxc.api.event.UnknownEvent;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.JournalRow;
import java.time.Instant;

/**
 * An event that is stored and cannot be read.
 *
 * @param sequence its number
 * @param known what its columns still tell, without its content
 * @param damage what is wrong with it
 */
record DamagedEvent(long sequence, UnknownEvent known, StorageException damage) {
  private static final String LOST = "?";

  static DamagedEvent of(TenantId tenant, JournalRow row, StorageException damage) {
    AttributeValues values = row.attributes();
    EventHeader header =
        new EventHeader(
            tenant,
            values.string("actor").orElse(LOST),
            row.sequence(),
            values.instant("at").orElse(Instant.EPOCH));
    String type = values.string("event_type").orElse(LOST);
    return new DamagedEvent(row.sequence(), new UnknownEvent(header, type, ""), damage);
  }
}
