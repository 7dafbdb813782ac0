package io.jxc.core.internal.command;

import io.jxc.spi.store.JournalEntry;
import java.util.List;

/** What a decided command leaves in the log, to be written down when its batch is decided. */
interface Trace {
  /** Writes it down. Called by any thread; changes nothing. */
  List<JournalEntry> entries();
}
