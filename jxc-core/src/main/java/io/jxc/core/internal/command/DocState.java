package io.jxc.core.internal.command;

import io.jxc.api.error.StorageException;
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

  /** Why what is stored cannot be read: told to the commands that need it, and to no others. */
  @Nullable StorageException damage;

  @Nullable StorageException damagedLines;

  DocState(Optional<Stored<?>> base) {
    this.base = base;
    this.current = base;
  }
}
