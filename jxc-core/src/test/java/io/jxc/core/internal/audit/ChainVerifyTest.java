package io.jxc.core.internal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.Pages;
import io.jxc.api.TenantId;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RoleView;
import io.jxc.api.audit.Anchor;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.ChainFault;
import io.jxc.api.audit.ChainReport;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.feed.FeedPage;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainVerifyTest {
  private static final TenantId ACME = TenantId.of("acme");

  private final TamperedStore store = new TamperedStore(MemoryStore.create());
  private final Shop shop = Shop.open(store, options -> options);

  @BeforeEach
  void work() {
    for (int i = 0; i < 20; i++) {
      shop.root().access().grant(GrantRoles.to("u" + i, "sales"));
    }
    shop.root()
        .access()
        .defineRole(DefineRole.of("lead", "Lead").grant(Permissions.STOCK_VIEW).build());
    RoleView lead = shop.root().access().role("lead");
    shop.root().access().defineRole(DefineRole.of(lead).name("Leader").build());
    shop.root().access().defineRole(DefineRole.of("gone", "Gone").like("sales").build());
    shop.root().access().removeRole(RemoveRole.of(shop.root().access().role("gone")));
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void anUntouchedLogIsProvenToItsEnd() {
    ChainReport report = verify();

    assertThat(report.firstBad()).isEmpty();
    assertThat(report.ok()).isTrue();
    assertThat(report.blocks()).isEqualTo(25);
    assertThat(report.entries()).isEqualTo(store.head(ACME).sequence());
    assertThat(report.documents()).isGreaterThanOrEqualTo(23);
  }

  @Test
  void eventsAndAuditRecordsAreCounted() {
    ChainReport report = verify();

    FeedPage feed = shop.root().feed().read(Optional.empty(), 1_000);
    assertThat(report.events()).isPositive().isEqualTo(feed.events().size());
    assertThat(report.auditRecords())
        .isPositive()
        .isEqualTo(
            Pages.stream(page -> shop.root().audit().search(AuditQuery.all(), page)).count());
  }

  @Test
  void theLogStillContainsAnAnchorThatWasKept() {
    Anchor anchor = shop.root().audit().anchor();
    shop.hire("late", "sales");

    assertThat(shop.root().audit().verify(anchor).ok()).isTrue();
    assertThat(anchor.sequence()).isLessThan(store.head(ACME).sequence());
  }

  @Test
  void aLogThatWasCutOrRewrittenDoesNotContainTheAnchor() {
    Anchor anchor = shop.root().audit().anchor();

    Anchor cut = new Anchor(anchor.sequence() + 3, anchor.hash());
    Anchor rewritten = new Anchor(anchor.sequence(), "0".repeat(64));

    assertThat(fault(shop.root().audit().verify(cut)).kind())
        .isEqualTo(ChainFault.Kind.ANCHOR_NOT_FOUND);
    assertThat(fault(shop.root().audit().verify(rewritten)).kind())
        .isEqualTo(ChainFault.Kind.ANCHOR_NOT_FOUND);
  }

  @Test
  void aChangedEntryIsFoundInItsBlock() {
    Block tenth = block(10);
    store.journal = rows -> replace(rows, tenth.firstSequence(), row -> row(row, "forged"));

    assertFault(ChainFault.Kind.ENTRIES_CHANGED, tenth.firstSequence());
  }

  @Test
  void aRemovedEntryIsFound() {
    Block tenth = block(10);
    store.journal = rows -> without(rows, tenth.lastSequence());

    assertFault(ChainFault.Kind.ENTRIES_CHANGED, tenth.firstSequence());
  }

  @Test
  void twoExchangedEntriesAreFound() {
    Block tenth = block(10);
    long first = tenth.firstSequence();
    store.journal =
        rows -> {
          List<JournalRow> swapped = new ArrayList<>(rows);
          int at = indexOf(rows, first);
          if (at >= 0 && at + 1 < rows.size()) {
            swapped.set(at, numbered(rows.get(at + 1), first));
            swapped.set(at + 1, numbered(rows.get(at), first + 1));
          }
          return swapped;
        };

    assertFault(ChainFault.Kind.ENTRIES_CHANGED, first);
  }

  @Test
  void aDoubledEntryIsFound() {
    Block tenth = block(10);
    store.journal =
        rows -> {
          List<JournalRow> doubled = new ArrayList<>(rows);
          int at = indexOf(rows, tenth.firstSequence());
          if (at >= 0) {
            doubled.add(at, rows.get(at));
          }
          return doubled;
        };

    assertFault(ChainFault.Kind.ENTRIES_CHANGED, tenth.firstSequence());
  }

  @Test
  void anEntryBehindTheEndIsFound() {
    long end = store.head(ACME).sequence();
    store.journal =
        rows -> {
          if (!rows.isEmpty() || end == 0) {
            return rows;
          }
          JournalRow last = entries().get(entries().size() - 1);
          return List.of(numbered(last, end + 1));
        };

    assertFault(ChainFault.Kind.HEAD_CHANGED, end + 1);
  }

  @Test
  void aMissingBlockIsFound() {
    Block tenth = block(10);
    store.blocks = block -> block.id().equals(tenth.id()) ? Optional.empty() : Optional.of(block);

    assertFault(ChainFault.Kind.BLOCK_MISSING, tenth.firstSequence());
  }

  @Test
  void aBlockWithAnotherTimeIsFound() {
    Block tenth = block(10);
    forge(
        tenth,
        b ->
            new Block(
                b.tenant(),
                b.id(),
                b.firstSequence(),
                b.lastSequence(),
                b.at().plusSeconds(1),
                b.digest(),
                b.previousHash(),
                b.hash()));

    assertFault(ChainFault.Kind.BLOCK_CHANGED, tenth.firstSequence());
  }

  @Test
  void aBlockThatFollowsAnotherIsFound() {
    Block tenth = block(10);
    forge(
        tenth,
        b ->
            new Block(
                b.tenant(),
                b.id(),
                b.firstSequence(),
                b.lastSequence(),
                b.at(),
                b.digest(),
                b.hash(),
                b.hash()));

    assertFault(ChainFault.Kind.LINK_BROKEN, tenth.firstSequence());
  }

  @Test
  void aHeadThatNamesAnotherHashIsFound() {
    store.heads =
        head ->
            new Head(
                head.tenant(),
                head.sequence(),
                head.incarnation(),
                Bytes.wrap(new byte[32]),
                head.blockTime());

    assertThat(fault(verify()).kind()).isEqualTo(ChainFault.Kind.HEAD_CHANGED);
  }

  @Test
  void aChangedDocumentIsFoundAndNamed() {
    Bytes forged = Bytes.wrap("{\"user\":\"u7\",\"roles\":[\"admin\"]}".getBytes(UTF_8));
    changeDocument("u7", d -> row(d, d.version(), forged));

    assertThat(fault(verify()).kind()).isEqualTo(ChainFault.Kind.DOCUMENT_CHANGED);
    assertThat(fault(verify()).detail()).contains("user 'u7'");
  }

  @Test
  void aDocumentPutBackToAnOlderVersionIsFound() {
    changeDocument("lead", d -> row(d, d.version() - 5, d.body()));

    assertThat(fault(verify()).detail()).contains("role 'lead'").contains("older");
  }

  @Test
  void aDocumentWithAVersionItNeverHadIsFound() {
    changeDocument("u7", d -> row(d, d.version() + 1, d.body()));

    assertThat(fault(verify()).detail()).contains("user: 1 documents");
  }

  @Test
  void aDeletedDocumentIsFoundAndNamed() {
    store.documents = rows -> rows.stream().filter(row -> !row.key().equals("u7")).toList();

    assertThat(fault(verify()).detail()).contains("user 'u7'").contains("gone");
  }

  @Test
  void aDocumentThatNobodyCreatedIsFound() {
    store.documents =
        rows -> {
          List<DocumentRow> more = new ArrayList<>(rows);
          rows.stream()
              .filter(row -> row.key().equals("u7"))
              .forEach(
                  row ->
                      more.add(
                          new DocumentRow(
                              row.type(),
                              "u77",
                              row.version(),
                              row.format(),
                              row.attributes(),
                              row.body())));
          return more;
        };

    assertThat(fault(verify()).kind()).isEqualTo(ChainFault.Kind.DOCUMENT_CHANGED);
    assertThat(fault(verify()).detail()).contains("user: 1 documents");
  }

  @Test
  void oneTenantsFaultIsNotAnothers() {
    shop.provision("other");
    store.journal = rows -> rows.isEmpty() || rows.size() < 20 ? rows : Collections.emptyList();

    assertThat(verify().ok()).isFalse();
    assertThat(shop.jxc.as(Actor.of("other", "root")).audit().verify().ok()).isTrue();
  }

  @Test
  void nobodyProvesTheLogWithoutThePermission() {
    assertThatThrownBy(() -> shop.as("u1").audit().verify())
        .isInstanceOf(AccessDeniedException.class);
  }

  private ChainReport verify() {
    return shop.root().audit().verify();
  }

  private static ChainFault fault(ChainReport report) {
    assertThat(report.ok()).isFalse();
    return report.firstBad().orElseThrow();
  }

  private void assertFault(ChainFault.Kind kind, long sequence) {
    ChainFault fault = fault(verify());
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.sequence()).isEqualTo(sequence);
  }

  private Block block(int number) {
    long next = 1;
    Block block = at(next);
    for (int i = 1; i < number; i++) {
      next = block.lastSequence() + 1;
      block = at(next);
    }
    return block;
  }

  private Block at(long sequence) {
    return store.block(ACME, new io.jxc.spi.store.BlockRef.BySequence(sequence)).orElseThrow();
  }

  private List<JournalRow> entries() {
    UnaryOperator<List<JournalRow>> forged = store.journal;
    store.journal = rows -> rows;
    try (io.jxc.spi.store.StoreView view = store.view(ACME)) {
      return view.journal(java.util.Set.of(), 0, 10_000);
    } finally {
      store.journal = forged;
    }
  }

  private void forge(Block wanted, UnaryOperator<Block> change) {
    store.blocks =
        block -> Optional.of(block.id().equals(wanted.id()) ? change.apply(block) : block);
  }

  private void changeDocument(String key, UnaryOperator<DocumentRow> change) {
    store.documents =
        rows -> rows.stream().map(row -> row.key().equals(key) ? change.apply(row) : row).toList();
  }

  private static DocumentRow row(DocumentRow row, long version, Bytes body) {
    return new DocumentRow(row.type(), row.key(), version, row.format(), row.attributes(), body);
  }

  private static JournalRow row(JournalRow row, String body) {
    return new JournalRow(
        row.type(),
        row.sequence(),
        row.format(),
        row.attributes(),
        Bytes.wrap(body.getBytes(UTF_8)));
  }

  private static JournalRow numbered(JournalRow row, long sequence) {
    return new JournalRow(row.type(), sequence, row.format(), row.attributes(), row.body());
  }

  private static int indexOf(List<JournalRow> rows, long sequence) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).sequence() == sequence) {
        return i;
      }
    }
    return -1;
  }

  private static List<JournalRow> replace(
      List<JournalRow> rows, long sequence, Function<JournalRow, JournalRow> change) {
    return rows.stream().map(row -> row.sequence() == sequence ? change.apply(row) : row).toList();
  }

  private static List<JournalRow> without(List<JournalRow> rows, long sequence) {
    return rows.stream().filter(row -> row.sequence() != sequence).toList();
  }
}
