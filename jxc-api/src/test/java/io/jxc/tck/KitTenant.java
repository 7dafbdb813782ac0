package io.jxc.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.StoreView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** One tenant of the store under test: commits on its head and reads what is there. Thread-safe. */
final class KitTenant {
  /** Proposed time of the kit's blocks. */
  static final Instant AT = Instant.parse("2026-03-01T08:00:00.123456Z");

  private static final AtomicLong BLOCKS = new AtomicLong();

  private final JxcStore store;
  private final TenantId id;

  KitTenant(JxcStore store, String id) {
    this.store = store;
    this.id = TenantId.of(id);
  }

  static UUID newBlockId() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | BLOCKS.incrementAndGet());
  }

  TenantId id() {
    return id;
  }

  Head head() {
    return store.head(id);
  }

  /** Starts a change set on a sequence, with a new block id. */
  ChangeSet.Builder on(long basedOn) {
    return ChangeSet.builder(id, basedOn, newBlockId(), AT);
  }

  /** Commits on the present head; the store's refusals are thrown. */
  Commit attempt(Consumer<ChangeSet.Builder> changes) {
    ChangeSet.Builder builder = on(head().sequence());
    changes.accept(builder);
    return store.commit(builder.build());
  }

  /** Commits on the present head and requires that it was done. */
  Block commit(Consumer<ChangeSet.Builder> changes) {
    return committed(attempt(changes));
  }

  /** Requires that a commit was done and made a block. */
  static Block committed(Commit commit) {
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    Optional<Block> block = ((Commit.Committed) commit).block();
    assertThat(block).as("block of a commit with changes").isPresent();
    return block.orElseThrow();
  }

  /** Commits, deciding anew as often as the head moves; for racing writers. */
  Block commitRetrying(Function<StoreView, ChangeSet.Builder> decide) {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      ChangeSet changes;
      try (StoreView view = store.view(id)) {
        changes = decide.apply(view).build();
      }
      if (store.commit(changes) instanceof Commit.Committed done) {
        return done.block().orElseThrow();
      }
    }
    throw new AssertionError("no commit in 10,000 attempts");
  }

  /** Reads on a snapshot of its own. */
  <T> T read(Function<StoreView, T> reading) {
    try (StoreView view = store.view(id)) {
      return reading.apply(view);
    }
  }

  /** Reads rows on a snapshot of its own. */
  <T> List<T> rows(Function<StoreView, List<T>> reading) {
    return read(reading);
  }

  Optional<DocumentRow> document(DocumentType type, String key) {
    return only(read(view -> view.documents(type.name(), Set.of(key))));
  }

  List<LineRow> lines(String key) {
    return read(view -> view.lines(KitTypes.ORDER.name(), Set.of(key), 1, LineType.MAX_LINES));
  }

  Optional<BalanceRow> balance(BalanceType type, String... dimensions) {
    return only(read(view -> view.balances(type.name(), Set.of(BalanceKey.of(dimensions)))));
  }

  Optional<BalanceRow> stock(String... dimensions) {
    return balance(KitTypes.STOCK, dimensions);
  }

  /** The keys that a value of an index leads to. */
  List<String> keysOf(DocumentType type, String index, String value) {
    return read(view -> view.indexRange(type.name(), index, value, true, 1_000)).stream()
        .map(IndexEntry::key)
        .toList();
  }

  List<JournalRow> journal() {
    return read(view -> view.journal(Set.of(), 0, 10_000));
  }

  private static <T> Optional<T> only(List<T> rows) {
    assertThat(rows).hasSizeLessThanOrEqualTo(1);
    return rows.stream().findFirst();
  }
}
