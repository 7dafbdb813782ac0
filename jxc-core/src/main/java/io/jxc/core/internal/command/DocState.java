package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document within a batch: as it was read, and as the batch has left it so far. */
final class DocState {
  final Optional<Stored<?>> base;
  Optional<Stored<?>> current;
  boolean dirty;
  @Nullable List<StoredLine<?>> baseLines;
  @Nullable List<StoredLine<?>> lines;

  DocState(Optional<Stored<?>> base) {
    this.base = base;
    this.current = base;
  }
}
