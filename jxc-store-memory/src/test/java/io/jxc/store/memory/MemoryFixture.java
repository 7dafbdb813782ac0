package io.jxc.store.memory;

import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.KitTypes;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A store in memory for the kit; damages its collections behind its back. */
final class MemoryFixture implements StoreFixture {
  private final MemoryStore store = MemoryStore.create();

  MemoryFixture() {
    store.register(KitTypes.SCHEMA);
  }

  @Override
  public JxcStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public void tamper(Tampering what) {
    TenantLog log = Internals.log(store, what.tenant());
    Tables tables = Internals.tables(log);
    NavigableMap<Long, JournalRow> rows = new TreeMap<>();
    RowLog journal = tables.journal();
    for (int i = 0; i < journal.size(); i++) {
      rows.put(journal.get(i).sequence(), journal.get(i));
    }
    if (what instanceof Tampering.EditEntry edit) {
      rows.put(edit.sequence(), row(edit.sequence(), edit.forged()));
    } else if (what instanceof Tampering.DeleteEntry delete) {
      rows.remove(delete.sequence());
    } else if (what instanceof Tampering.InsertEntry insert) {
      rows.put(insert.sequence(), row(insert.sequence(), insert.forged()));
    } else if (what instanceof Tampering.SwapEntries swap) {
      JournalEntry first = rows.get(swap.first()).entry();
      rows.put(swap.first(), row(swap.first(), rows.get(swap.second()).entry()));
      rows.put(swap.second(), row(swap.second(), first));
    } else if (what instanceof Tampering.DuplicateEntry copy) {
      rows.put(copy.copyAt(), row(copy.copyAt(), rows.get(copy.sequence()).entry()));
    } else if (what instanceof Tampering.Truncate cut) {
      rows.tailMap(cut.after(), false).clear();
      truncate(log, cut.after());
    } else if (what instanceof Tampering.EditBlock edit) {
      List<Block> blocks = blocks(log, log.head().sequence());
      blocks.replaceAll(block -> block.id().equals(edit.forged().id()) ? edit.forged() : block);
      replaceBlocks(log, blocks);
    }
    replaceRows(tables, rows);
  }

  private static JournalRow row(long sequence, JournalEntry entry) {
    return new JournalRow(entry.type(), sequence, entry.format(), entry.attributes(), entry.body());
  }

  private static void truncate(TenantLog log, long after) {
    List<Block> blocks = blocks(log, after);
    Block last = blocks.get(blocks.size() - 1);
    replaceBlocks(log, blocks);
    Head head = log.head();
    Internals.set(
        log,
        "head",
        new Head(head.tenant(), last.lastSequence(), head.incarnation(), last.hash(), last.at()));
  }

  private static List<Block> blocks(TenantLog log, long upTo) {
    List<Block> blocks = new ArrayList<>();
    for (long next = 1; next <= upTo; ) {
      Block block = log.block(new BlockRef.BySequence(next)).orElseThrow();
      blocks.add(block);
      next = block.lastSequence() + 1;
    }
    return blocks;
  }

  private static void replaceBlocks(TenantLog log, List<Block> blocks) {
    BlockLog replaced = Internals.get(log, "blocks", BlockLog.class);
    Internals.get(replaced, "chunks", List.class).clear();
    Internals.set(replaced, "size", 0);
    Internals.set(replaced, "places", new int[16]);
    blocks.forEach(replaced::append);
  }

  private static void replaceRows(Tables tables, NavigableMap<Long, JournalRow> rows) {
    clear(tables.journal());
    KitTypes.SCHEMA
        .journals()
        .forEach(
            type -> {
              JournalTable table = tables.journal(type.name());
              clear(table.rows());
              type.listings()
                  .forEach(
                      listing -> {
                        ListingSource sorted = table.listing(listing.name());
                        Internals.get(sorted, "groups", Map.class).clear();
                        Internals.set(sorted, "sortedIn", 0);
                      });
            });
    for (JournalRow row : rows.values()) {
      tables.journal().append(row);
      tables.journal(row.type()).append(row);
    }
  }

  private static void clear(RowLog log) {
    Internals.set(log, "chunks", new JournalRow[1][]);
    Internals.set(log, "size", 0);
  }
}
