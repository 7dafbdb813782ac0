package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import java.util.Optional;

/**
 * A document as it is stored, decoded.
 *
 * @param <T> its record
 * @param value the record
 * @param version its version; 0 while it is decided but not committed
 * @param content its stored form
 * @param unknown fields of a newer version, to survive a rewrite
 */
public record Stored<T>(
    T value, long version, DocumentChange.Content content, Optional<ObjectNode> unknown) {
  /** Tells whether a row says just this, so that it need not be decoded. */
  public boolean isOf(DocumentRow row) {
    return version == row.version()
        && content.format() == row.format()
        && content.body().equals(row.body())
        && content.attributes().equals(row.attributes());
  }

  /** Returns the document as it is after the commit that wrote it. */
  public Stored<T> at(long committed) {
    return new Stored<>(value, committed, content, unknown);
  }
}
