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
 * @param encoded its stored form
 * @param unknown fields of a newer version, to survive a rewrite
 */
public record Stored<T>(T value, long version, Encoded encoded, Optional<ObjectNode> unknown) {
  /** Returns a document as a rule has made it; its form is written when it is asked for. */
  public static <T> Stored<T> decided(DocType<T> type, T value, Optional<ObjectNode> unknown) {
    return new Stored<>(value, 0, Encoded.later(() -> type.encode(value, unknown)), unknown);
  }

  /** Returns the stored form. */
  public DocumentChange.Content content() {
    return encoded.get();
  }

  /** Tells whether a row says just this, so that it need not be decoded. */
  public boolean isOf(DocumentRow row) {
    DocumentChange.Content content = content();
    return version == row.version()
        && content.format() == row.format()
        && content.body().equals(row.body())
        && content.attributes().equals(row.attributes());
  }

  /** Returns the document as it is after the commit that wrote it. */
  public Stored<T> at(long committed) {
    return new Stored<>(value, committed, encoded, unknown);
  }
}
