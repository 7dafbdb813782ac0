package io.jxc.core.internal.audit;

import io.jxc.api.TenantId;
import io.jxc.api.audit.Anchor;
import io.jxc.api.audit.ChainFault;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a tenant's chain from its first block to the head it found at the start, and recomputes
 * everything: links, hashes, digests, and that no sequence lacks its entry. Commits may go on
 * meanwhile; what comes behind that head is not looked at.
 */
final class ChainWalk {
  private static final int PAGE = 5_000;

  private final int pageSize;
  private final JxcStore store;
  private final TenantId tenant;
  private final Head target;
  private final Optional<Anchor> anchor;
  private final EntryReader entries;
  private boolean anchorMet;
  private long blocks;
  private final Map<String, Long> entriesByType = new HashMap<>();
  private Bytes previousHash;
  private Instant previousTime = Instant.MIN;
  private long next = 1;

  ChainWalk(JxcStore store, TenantId tenant, Optional<Anchor> anchor) {
    this(store, tenant, anchor, PAGE);
  }

  /** A walk that reads so many entries at a time. */
  ChainWalk(JxcStore store, TenantId tenant, Optional<Anchor> anchor, int pageSize) {
    this.pageSize = pageSize;
    this.store = store;
    this.tenant = tenant;
    this.anchor = anchor;
    this.target = store.head(tenant);
    this.previousHash = Chain.genesis(tenant);
    this.entries = new EntryReader();
  }

  /** Hears of each proven block with its entries. */
  @FunctionalInterface
  interface Visitor {
    /** Looks at a block; answers what does not fit, if anything. */
    Optional<ChainFault> block(Block block, List<JournalRow> entries);
  }

  /** Walks to the end or to the first fault. */
  Optional<ChainFault> run(Visitor visitor) {
    meetAnchor(0, previousHash);
    while (next <= target.sequence()) {
      Optional<Block> block = store.block(tenant, new BlockRef.BySequence(next));
      if (block.isEmpty()) {
        return fault(ChainFault.Kind.BLOCK_MISSING, "no block has this sequence");
      }
      Optional<ChainFault> bad = prove(block.get(), visitor);
      if (bad.isPresent()) {
        return bad;
      }
    }
    return end();
  }

  Head target() {
    return target;
  }

  long blocks() {
    return blocks;
  }

  long entries() {
    return entriesByType.values().stream().mapToLong(Long::longValue).sum();
  }

  long entries(String type) {
    return entriesByType.getOrDefault(type, 0L);
  }

  private Optional<ChainFault> prove(Block block, Visitor visitor) {
    if (block.firstSequence() != next) {
      return fault(
          ChainFault.Kind.BLOCK_MISSING, "the next block starts at " + block.firstSequence());
    }
    if (block.lastSequence() < next || block.lastSequence() > target.sequence()) {
      return fault(ChainFault.Kind.BLOCK_CHANGED, "the block ends at " + block.lastSequence());
    }
    if (!block.previousHash().equals(previousHash)) {
      return fault(ChainFault.Kind.LINK_BROKEN, "the block does not follow the one before it");
    }
    List<JournalRow> rows = entries.upTo(block.lastSequence());
    Optional<ChainFault> bad = proveEntries(block, rows);
    if (bad.isEmpty()) {
      bad = proveHash(block);
    }
    if (bad.isPresent()) {
      return bad;
    }
    bad = visitor.block(block, rows);
    blocks++;
    rows.forEach(row -> entriesByType.merge(row.type(), 1L, Long::sum));
    previousHash = block.hash();
    previousTime = block.at();
    next = block.lastSequence() + 1;
    meetAnchor(block.lastSequence(), block.hash());
    return bad;
  }

  private Optional<ChainFault> proveEntries(Block block, List<JournalRow> rows) {
    for (int place = 0; place < rows.size(); place++) {
      if (rows.get(place).sequence() != next + place) {
        return fault(
            ChainFault.Kind.ENTRIES_CHANGED,
            "an entry has sequence "
                + rows.get(place).sequence()
                + " instead of "
                + (next + place));
      }
    }
    long room = block.lastSequence() - block.firstSequence() + 1;
    if (rows.size() != room && !(rows.isEmpty() && room == 1)) {
      return fault(
          ChainFault.Kind.ENTRIES_CHANGED, rows.size() + " entries where " + room + " belong");
    }
    List<JournalEntry> content = rows.stream().map(JournalRow::entry).toList();
    return Chain.blockDigest(content).equals(block.digest())
        ? Optional.empty()
        : fault(ChainFault.Kind.ENTRIES_CHANGED, "the entries do not give the block's digest");
  }

  private Optional<ChainFault> proveHash(Block block) {
    Bytes hash =
        Chain.blockHash(
            block.previousHash(),
            block.id(),
            block.firstSequence(),
            block.lastSequence(),
            block.at(),
            block.digest());
    if (!hash.equals(block.hash())) {
      return fault(ChainFault.Kind.BLOCK_CHANGED, "the block's fields do not give its hash");
    }
    return block.at().isBefore(previousTime)
        ? fault(ChainFault.Kind.BLOCK_CHANGED, "the block is older than the one before it")
        : Optional.empty();
  }

  private Optional<ChainFault> end() {
    if (!previousHash.equals(target.blockHash())) {
      return fault(ChainFault.Kind.HEAD_CHANGED, "the head does not name the last block's hash");
    }
    if (anchor.isPresent() && !anchorMet) {
      return Optional.of(
          new ChainFault(
              ChainFault.Kind.ANCHOR_NOT_FOUND,
              anchor.get().sequence(),
              "no block ends here with the anchor's hash"));
    }
    return behindTheHead();
  }

  /** What stands behind the newest head was never committed. */
  private Optional<ChainFault> behindTheHead() {
    try (StoreView view = store.view(tenant)) {
      long last = view.head().sequence();
      return view.journal(Set.of(), last, 1).stream()
          .findFirst()
          .map(
              row ->
                  new ChainFault(
                      ChainFault.Kind.HEAD_CHANGED,
                      row.sequence(),
                      "an entry stands behind the end of the log"));
    }
  }

  private void meetAnchor(long sequence, Bytes hash) {
    anchorMet |=
        anchor.filter(a -> a.sequence() == sequence && a.hash().equals(hash.hex())).isPresent();
  }

  private Optional<ChainFault> fault(ChainFault.Kind kind, String detail) {
    return Optional.of(new ChainFault(kind, next, detail));
  }

  /** Reads all entries in order, a page and a snapshot at a time. */
  private final class EntryReader {
    private List<JournalRow> page = List.of();
    private int used;
    private long read;
    private boolean ended;

    List<JournalRow> upTo(long sequence) {
      List<JournalRow> found = new ArrayList<>();
      while (fill() && page.get(used).sequence() <= sequence) {
        found.add(page.get(used++));
      }
      return found;
    }

    private boolean fill() {
      if (used < page.size()) {
        return true;
      }
      if (ended) {
        return false;
      }
      try (StoreView view = store.view(tenant)) {
        page = view.journal(Set.of(), read, pageSize);
      }
      used = 0;
      ended = page.isEmpty();
      if (!ended) {
        read = page.get(page.size() - 1).sequence();
        dropCut();
      }
      return !ended;
    }

    /**
     * A second entry of the last sequence may stand behind the page: both are read with the next.
     */
    private void dropCut() {
      if (page.size() == pageSize && page.get(0).sequence() < read) {
        page = page.stream().filter(row -> row.sequence() < read).toList();
        read--;
      }
    }
  }
}
