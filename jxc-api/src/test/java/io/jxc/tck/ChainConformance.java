package io.jxc.tck;

import static io.jxc.tck.KitData.body;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.tck.ChainVerifier.Anchor;
import io.jxc.tck.ChainVerifier.Damage;
import io.jxc.tck.ChainVerifier.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The chain that a store keeps is sound, and shows each damage done behind the store's back. The
 * log of these tests:
 *
 * <pre>
 * block 1: sequences 1, 2, 3    note, movement A, movement B
 * block 2: sequence  4          no entry, a document only
 * block 3: sequences 5, 6       movement A, movement A
 * block 4: sequence  7          note
 * </pre>
 */
public abstract class ChainConformance extends ConformanceSuite {
  @Test
  void chainOfEveryBlockIsSound() {
    KitTenant shop = log();
    assertThat(verify(shop)).isEmpty();
    assertThat(verify(tenant("nobody"))).isEmpty();
  }

  @Test
  void entriesOfEveryShapeKeepTheirDigest() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.entry(
                    entry(
                        KitTypes.MOVEMENT,
                        "",
                        "sku",
                        "ß ",
                        "warehouse",
                        "",
                        "reason",
                        "\ud842\udfb7 ",
                        "line_no",
                        -7L,
                        "qty",
                        dec("-10"),
                        "unit_cost",
                        dec("0.10"),
                        "moved_at",
                        Instant.parse("1969-12-31T23:59:59.000001Z"),
                        "business_on",
                        LocalDate.parse("1969-12-31")))
                .entry(
                    entry(
                        KitTypes.NOTE,
                        "body",
                        "topic",
                        "t",
                        "remark",
                        "",
                        "score",
                        dec("1E+2"),
                        "noted_at",
                        Instant.parse("2026-03-29T01:30:00.5Z")))
                .entry(entry(KitTypes.NOTE, "")));
    assertThat(verify(shop)).isEmpty();
  }

  @Test
  void digestsAreThoseOfTheSharedCode() {
    KitTenant shop = shop();
    List<JournalEntry> entries = List.of(note("1"), movement("A", "1.5"));
    Block block =
        shop.commit(
            set -> {
              entries.forEach(set::entry);
              set.document(order("O1", 0));
            });
    assertThat(block.digest()).isEqualTo(Chain.blockDigest(entries));
    assertThat(store().block(shop.id(), new BlockRef.ById(block.id()))).contains(block);
  }

  @Test
  void editedBodyShows() {
    KitTenant shop = log();
    JournalEntry entry = stored(shop, 5);
    JournalEntry forged =
        new JournalEntry(entry.type(), entry.format(), entry.attributes(), body("forged"));
    fixture().tamper(new Tampering.EditEntry(shop.id(), 5, forged));
    assertThat(verify(shop)).contains(new Finding(5, Damage.ENTRIES_CHANGED));
  }

  @Test
  void editedAttributeShows() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.EditEntry(shop.id(), 3, movement("B", "2.000001")));
    assertThat(verify(shop)).contains(new Finding(1, Damage.ENTRIES_CHANGED));
  }

  @Test
  void editedEntryOfTheSharedTableShows() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.EditEntry(shop.id(), 7, note("forged")));
    assertThat(verify(shop)).contains(new Finding(7, Damage.ENTRIES_CHANGED));
  }

  @Test
  void editedFormatShows() {
    KitTenant shop = log();
    JournalEntry entry = stored(shop, 2);
    JournalEntry forged =
        new JournalEntry(entry.type(), entry.format() + 1, entry.attributes(), entry.body());
    fixture().tamper(new Tampering.EditEntry(shop.id(), 2, forged));
    assertThat(verify(shop)).contains(new Finding(1, Damage.ENTRIES_CHANGED));
  }

  @Test
  void deletedEntryShows() {
    for (long sequence : new long[] {1, 2, 3}) {
      KitTenant shop = log("shop-" + sequence);
      fixture().tamper(new Tampering.DeleteEntry(shop.id(), sequence));
      assertThat(verify(shop)).contains(new Finding(1, Damage.ENTRIES_CHANGED));
    }
    KitTenant last = log("shop-7");
    fixture().tamper(new Tampering.DeleteEntry(last.id(), 7));
    assertThat(verify(last)).contains(new Finding(7, Damage.ENTRIES_CHANGED));
  }

  @Test
  void insertedEntryShows() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.InsertEntry(shop.id(), 4, movement("A", "100")));
    assertThat(verify(shop)).contains(new Finding(4, Damage.ENTRIES_CHANGED));
  }

  @Test
  void swappedEntriesOfOneBlockShow() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.SwapEntries(shop.id(), 5, 6));
    assertThat(verify(shop)).contains(new Finding(5, Damage.ENTRIES_CHANGED));
  }

  @Test
  void swappedEntriesOfTwoBlocksShow() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.SwapEntries(shop.id(), 2, 6));
    assertThat(verify(shop)).contains(new Finding(1, Damage.ENTRIES_CHANGED));
  }

  @Test
  void duplicatedEntryShows() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.DuplicateEntry(shop.id(), 3, 4));
    assertThat(verify(shop)).contains(new Finding(4, Damage.ENTRIES_CHANGED));
  }

  @Test
  void entryOfAnotherTenantShows() {
    KitTenant shop = log();
    KitTenant other = log("other");
    fixture().tamper(new Tampering.EditEntry(shop.id(), 6, stored(other, 2)));
    assertThat(verify(shop)).contains(new Finding(5, Damage.ENTRIES_CHANGED));
    assertThat(verify(other)).isEmpty();
  }

  @Test
  void truncatedTailShowsAgainstAnAnchor() {
    KitTenant shop = log();
    Anchor anchor = Anchor.of(shop.head());
    fixture().tamper(new Tampering.Truncate(shop.id(), 4));
    assertThat(shop.head().sequence()).isEqualTo(4);
    assertThat(verify(shop)).as("what is left, without an anchor").isEmpty();
    assertThat(verify(shop, anchor)).contains(new Finding(7, Damage.ANCHOR_LOST));
  }

  @Test
  void tailThatWasTruncatedAndWrittenAnewShowsAgainstAnAnchor() {
    KitTenant shop = log();
    Anchor early = new Anchor(4, block(shop, 4).hash());
    Anchor anchor = Anchor.of(shop.head());
    fixture().tamper(new Tampering.Truncate(shop.id(), 4));
    shop.commit(set -> set.entry(movement("A", "3")).entry(movement("A", "40")));
    shop.commit(set -> set.entry(note("end")));
    assertThat(shop.head().sequence()).isEqualTo(anchor.sequence());
    assertThat(verify(shop, early)).isEmpty();
    assertThat(verify(shop, anchor)).contains(new Finding(7, Damage.ANCHOR_LOST));
  }

  @Test
  void editedBlockTimeShows() {
    KitTenant shop = log();
    Block block = block(shop, 5);
    fixture()
        .tamper(
            new Tampering.EditBlock(
                shop.id(), rewritten(block, block.at().plusSeconds(1), block.hash())));
    assertThat(verify(shop)).contains(new Finding(5, Damage.BLOCK_CHANGED));
  }

  @Test
  void blockWithAHashMadeAnewShowsInTheNextOne() {
    KitTenant shop = log();
    Block block = block(shop, 5);
    Instant at = block.at().plusNanos(1_000);
    fixture()
        .tamper(
            new Tampering.EditBlock(
                shop.id(),
                rewritten(
                    block,
                    at,
                    Chain.blockHash(block.previousHash(), block.id(), 5, 6, at, block.digest()))));
    assertThat(verify(shop)).contains(new Finding(7, Damage.LINK_BROKEN));
  }

  @Test
  void lastBlockWithAHashMadeAnewShowsInTheHead() {
    KitTenant shop = log();
    Block block = block(shop, 7);
    Instant at = block.at().plusNanos(1_000);
    fixture()
        .tamper(
            new Tampering.EditBlock(
                shop.id(),
                rewritten(
                    block,
                    at,
                    Chain.blockHash(block.previousHash(), block.id(), 7, 7, at, block.digest()))));
    assertThat(verify(shop)).contains(new Finding(7, Damage.HEAD_CHANGED));
  }

  @Test
  void damageOfOneTenantIsNotTheOthers() {
    KitTenant shop = log();
    KitTenant other = log("other");
    fixture().tamper(new Tampering.DeleteEntry(shop.id(), 2));
    fixture().tamper(new Tampering.Truncate(shop.id(), 4));
    assertThat(verify(other, Anchor.of(other.head()))).isEmpty();
    assertThat(other.journal()).hasSize(6);
  }

  @Test
  void storeGoesOnAfterDamage() {
    KitTenant shop = log();
    fixture().tamper(new Tampering.DeleteEntry(shop.id(), 2));
    assertThat(shop.commit(set -> set.entry(note("on"))).firstSequence()).isEqualTo(8);
    assertThat(verify(shop)).contains(new Finding(1, Damage.ENTRIES_CHANGED));
  }

  private KitTenant log() {
    return log("shop");
  }

  private KitTenant log(String name) {
    KitTenant shop = tenant(name);
    shop.commit(set -> set.entry(note(name)).entry(movement("A", "1")).entry(movement("B", "2")));
    shop.commit(set -> set.document(order("O1", 0)));
    ChangeSet third =
        ChangeSet.builder(shop.id(), 4, KitTenant.newBlockId(), KitTenant.AT.plusSeconds(60))
            .entry(movement("A", "3"))
            .entry(movement("A", "4"))
            .build();
    KitTenant.committed(store().commit(third));
    shop.commit(set -> set.entry(note("end")));
    return shop;
  }

  private Optional<Finding> verify(KitTenant tenant, Anchor... anchors) {
    return ChainVerifier.verify(store(), tenant.id(), anchors);
  }

  private static JournalEntry stored(KitTenant tenant, long sequence) {
    return tenant.journal().stream()
        .filter(row -> row.sequence() == sequence)
        .map(JournalRow::entry)
        .findFirst()
        .orElseThrow();
  }

  private Block block(KitTenant tenant, long sequence) {
    TenantId id = tenant.id();
    return store().block(id, new BlockRef.BySequence(sequence)).orElseThrow();
  }

  private static Block rewritten(Block block, Instant at, Bytes hash) {
    return new Block(
        block.tenant(),
        block.id(),
        block.firstSequence(),
        block.lastSequence(),
        at,
        block.digest(),
        block.previousHash(),
        hash);
  }
}
