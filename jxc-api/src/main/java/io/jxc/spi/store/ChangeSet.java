package io.jxc.spi.store;

import io.jxc.api.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Everything one commit changes, for one tenant. Applied whole or not at all.
 *
 * <p>The entries take the sequences {@code basedOn + 1, basedOn + 2, …} in their order; a change
 * set without entries takes one sequence. Every changed row gets the last of them as its version.
 * Each row is named at most once.
 *
 * @param tenant whose log it extends
 * @param basedOn the head sequence before the first read it was decided on
 * @param blockId identity of the block, new for each attempt
 * @param at proposed block time; the store takes the later of it and the previous block's time
 * @param documents documents put or deleted
 * @param lines lines put or deleted
 * @param indexes index rows that appear or go away
 * @param balances balances moved
 * @param entries facts appended, in order
 */
public record ChangeSet(
    TenantId tenant,
    long basedOn,
    UUID blockId,
    Instant at,
    List<DocumentChange> documents,
    List<LineChange> lines,
    List<IndexChange> indexes,
    List<BalanceChange> balances,
    List<JournalEntry> entries) {

  /** Copies the lists. */
  public ChangeSet {
    documents = List.copyOf(documents);
    lines = List.copyOf(lines);
    indexes = List.copyOf(indexes);
    balances = List.copyOf(balances);
    entries = List.copyOf(entries);
    if (basedOn < 0) {
      throw new IllegalArgumentException("basedOn is 0 or a stored sequence, found " + basedOn);
    }
  }

  /** Starts a change set. */
  public static Builder builder(TenantId tenant, long basedOn, UUID blockId, Instant at) {
    return new Builder(tenant, basedOn, blockId, at);
  }

  /** Returns the sequence of the first entry. */
  public long firstSequence() {
    return basedOn + 1;
  }

  /** Returns the last sequence it takes, the version of every row it changes. */
  public long lastSequence() {
    return basedOn + Math.max(1, entries.size());
  }

  /**
   * Tells whether nothing is changed: such a commit only raises the head's fence, without block.
   */
  public boolean isEmpty() {
    return documents.isEmpty()
        && lines.isEmpty()
        && indexes.isEmpty()
        && balances.isEmpty()
        && entries.isEmpty();
  }

  /** Collects a change set. Not thread-safe. */
  public static final class Builder {
    private final TenantId tenant;
    private final long basedOn;
    private final UUID blockId;
    private final Instant at;
    private final List<DocumentChange> documents = new ArrayList<>();
    private final List<LineChange> lines = new ArrayList<>();
    private final List<IndexChange> indexes = new ArrayList<>();
    private final List<BalanceChange> balances = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    private Builder(TenantId tenant, long basedOn, UUID blockId, Instant at) {
      this.tenant = tenant;
      this.basedOn = basedOn;
      this.blockId = blockId;
      this.at = at;
    }

    /** Adds a document. */
    public Builder document(DocumentChange change) {
      documents.add(change);
      return this;
    }

    /** Adds a line. */
    public Builder line(LineChange change) {
      lines.add(change);
      return this;
    }

    /** Adds an index row. */
    public Builder index(IndexChange change) {
      indexes.add(change);
      return this;
    }

    /** Adds a balance. */
    public Builder balance(BalanceChange change) {
      balances.add(change);
      return this;
    }

    /** Appends an entry. */
    public Builder entry(JournalEntry entry) {
      entries.add(entry);
      return this;
    }

    /** Returns the change set. */
    public ChangeSet build() {
      return new ChangeSet(
          tenant, basedOn, blockId, at, documents, lines, indexes, balances, entries);
    }
  }
}
