package io.jxc.core.internal.codec;

import io.jxc.spi.store.DocumentChange;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a record. What was read has it; what a rule has made is written when it is
 * first asked for, which is when the rules of a whole batch have run. Any thread may ask; two that
 * ask at once may both write it, which comes to the same.
 */
public final class Encoded {
  private volatile @Nullable Supplier<DocumentChange.Content> writer;
  private volatile DocumentChange.@Nullable Content content;

  private Encoded(
      @Nullable Supplier<DocumentChange.Content> writer, DocumentChange.@Nullable Content content) {
    this.writer = writer;
    this.content = content;
  }

  /** Returns a form that is there. */
  static Encoded of(DocumentChange.Content content) {
    return new Encoded(null, content);
  }

  /** Returns a form to be written; the writer is called by any thread, and answers always alike. */
  static Encoded later(Supplier<DocumentChange.Content> writer) {
    return new Encoded(writer, null);
  }

  /** Returns the form. */
  DocumentChange.Content get() {
    // asked for first: it goes only after the content has come
    Supplier<DocumentChange.Content> toWrite = writer;
    DocumentChange.Content known = content;
    if (known == null) {
      known = Objects.requireNonNull(toWrite).get();
      content = known;
      writer = null;
    }
    return known;
  }
}
