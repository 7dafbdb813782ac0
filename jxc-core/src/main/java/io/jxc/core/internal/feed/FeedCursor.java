package io.jxc.core.internal.feed;

import io.jxc.api.Cursor;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.HistoryChangedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.spi.store.Head;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a tenant's log.
 *
 * @param incarnation the history it belongs to
 * @param sequence everything up to here was seen
 */
record FeedCursor(UUID incarnation, long sequence) {
  private static final String FORMAT = "feed1";

  /** Returns the place as it is handed out. */
  Cursor encode(TenantId tenant) {
    String text = FORMAT + "|" + tenant + "|" + incarnation + "|" + sequence;
    return new Cursor(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads a place that was handed out for this tenant. */
  static FeedCursor decode(TenantId tenant, Cursor cursor) {
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(cursor.value()), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|", -1);
      if (parts.length == 4 && parts[0].equals(FORMAT) && parts[1].equals(tenant.value())) {
        return new FeedCursor(UUID.fromString(parts[2]), Long.parseUnsignedLong(parts[3]));
      }
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
    throw invalid(new IllegalArgumentException("another format or tenant"));
  }

  /**
   * Refuses a place in another history. One behind the end is of a history that was cut, even where
   * its incarnation was not renewed: going on would skip what comes.
   */
  FeedCursor check(Head head) {
    if (!incarnation.equals(head.incarnation()) || sequence > head.sequence()) {
      throw new HistoryChangedException();
    }
    return this;
  }

  private static InvalidCommandException invalid(IllegalArgumentException cause) {
    InvalidCommandException refusal =
        InvalidCommandException.of(
            "after", ErrorCode.CURSOR_INVALID, "a cursor of this tenant's feed", "another text");
    refusal.initCause(cause);
    return refusal;
  }
}
