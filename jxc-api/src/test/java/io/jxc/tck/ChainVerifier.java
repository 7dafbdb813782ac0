package io.jxc.tck;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a tenant's blocks and journal through the SPI, from the first sequence to the head, and
 * tells the first place where they do not fit together. Every entry of every block is looked at.
 */
final class ChainVerifier {
  private static final int PAGE = 1_000;

  private final JxcStore store;
  private final TenantId tenant;

  private ChainVerifier(JxcStore store, TenantId tenant) {
    this.store = store;
    this.tenant = tenant;
  }

  /** What is wrong at a place. */
  enum Damage {
    /** No block holds the sequence. */
    BLOCK_MISSING,
    /** A block does not follow on the one before it: range, time or previous hash. */
    LINK_BROKEN,
    /** A block's hash is not the hash of what it holds. */
    BLOCK_CHANGED,
    /** The entries are not those that the block was made of. */
    ENTRIES_CHANGED,
    /** There are entries after the last block. */
    ENTRIES_BEYOND_HEAD,
    /** The head does not name the last block. */
    HEAD_CHANGED,
    /** What was remembered outside is not there any more. */
    ANCHOR_LOST
  }

  /**
   * The first bad place.
   *
   * @param sequence first sequence of the block, or the sequence looked for
   * @param damage what is wrong
   */
  record Finding(long sequence, Damage damage) {}

  /**
   * What a verifier remembers outside the store, so that a cut-off tail shows.
   *
   * @param sequence last sequence of a block
   * @param hash its hash
   */
  record Anchor(long sequence, Bytes hash) {
    static Anchor of(Head head) {
      return new Anchor(head.sequence(), head.blockHash());
    }
  }

  /** Returns the first bad place of a tenant's chain, or nothing when it is sound. */
  static Optional<Finding> verify(JxcStore store, TenantId tenant, Anchor... anchors) {
    ChainVerifier verifier = new ChainVerifier(store, tenant);
    for (Anchor anchor : anchors) {
      if (!verifier.holds(anchor)) {
        return Optional.of(new Finding(anchor.sequence(), Damage.ANCHOR_LOST));
      }
    }
    return verifier.walk();
  }

  private boolean holds(Anchor anchor) {
    return store
        .block(tenant, new BlockRef.BySequence(anchor.sequence()))
        .filter(block -> block.lastSequence() == anchor.sequence())
        .filter(block -> block.hash().equals(anchor.hash()))
        .isPresent();
  }

  private Optional<Finding> walk() {
    Head head;
    List<JournalRow> rows;
    try (StoreView view = store.view(tenant)) {
      head = view.head();
      rows = journal(view);
    }
    Head last = Head.absent(tenant);
    int read = 0;
    while (last.sequence() < head.sequence()) {
      long next = last.sequence() + 1;
      Optional<Block> found = store.block(tenant, new BlockRef.BySequence(next));
      if (found.isEmpty()) {
        return Optional.of(new Finding(next, Damage.BLOCK_MISSING));
      }
      Block block = found.orElseThrow();
      int from = read;
      while (read < rows.size() && rows.get(read).sequence() <= block.lastSequence()) {
        read++;
      }
      Optional<Damage> damage = damage(last, block, rows.subList(from, read));
      if (damage.isPresent()) {
        return damage.map(what -> new Finding(next, what));
      }
      last = new Head(tenant, block.lastSequence(), head.incarnation(), block.hash(), block.at());
    }
    if (!last.blockHash().equals(head.blockHash()) || last.sequence() != head.sequence()) {
      return Optional.of(new Finding(head.sequence(), Damage.HEAD_CHANGED));
    }
    return read < rows.size()
        ? Optional.of(new Finding(rows.get(read).sequence(), Damage.ENTRIES_BEYOND_HEAD))
        : Optional.empty();
  }

  private static List<JournalRow> journal(StoreView view) {
    List<JournalRow> all = new ArrayList<>();
    List<JournalRow> page;
    do {
      long after = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
      page = view.journal(Set.of(), after, PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  private Optional<Damage> damage(Head before, Block block, List<JournalRow> rows) {
    if (!block.tenant().equals(tenant)
        || block.firstSequence() != before.sequence() + 1
        || block.lastSequence() < block.firstSequence()
        || block.at().isBefore(before.blockTime())
        || !block.previousHash().equals(before.blockHash())) {
      return Optional.of(Damage.LINK_BROKEN);
    }
    Bytes hash =
        Chain.blockHash(
            block.previousHash(),
            block.id(),
            block.firstSequence(),
            block.lastSequence(),
            block.at(),
            block.digest());
    if (!hash.equals(block.hash())) {
      return Optional.of(Damage.BLOCK_CHANGED);
    }
    return entriesFit(block, rows) ? Optional.empty() : Optional.of(Damage.ENTRIES_CHANGED);
  }

  private static boolean entriesFit(Block block, List<JournalRow> rows) {
    for (int place = 0; place < rows.size(); place++) {
      if (rows.get(place).sequence() != block.firstSequence() + place) {
        return false;
      }
    }
    List<JournalEntry> entries = rows.stream().map(JournalRow::entry).toList();
    return Chain.blockDigest(entries).equals(block.digest());
  }
}
