package io.jxc.core.crash;

import io.jxc.api.TenantId;
import io.jxc.api.audit.ChainFault;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What somebody with access to the tables may do to a tenant's log, each time somewhere else. */
final class Attacks {
  /** The kinds of damage. */
  enum Kind {
    EDIT,
    DELETE,
    INSERT,
    SWAP,
    DUPLICATE,
    SPLICE,
    RELINK,
    REMOVE_BLOCK,
    EDIT_BLOCK,
    TRUNCATE,
    REWRITE,
    EDIT_DOCUMENT,
    DELETE_DOCUMENT
  }

  /**
   * What a proof has to find.
   *
   * @param sequence where; not compared for documents
   * @param named a word that the fault says
   */
  record Expected(long sequence, String named) {
    boolean isMetBy(ChainFault fault) {
      boolean document = fault.kind() == ChainFault.Kind.DOCUMENT_CHANGED;
      return named.isEmpty()
          ? !document && fault.sequence() == sequence
          : document && fault.detail().contains(named);
    }
  }

  private static final Set<String> DOCUMENTS = Set.of("product", "user", "partner", "warehouse");
  private static final byte[] OURS = bytes(Work.TENANT);

  private final RawTables tables;
  private final JxcStore store;
  private final Random chance;
  private final byte[] others;

  Attacks(RawTables tables, JxcStore store, Random chance, String otherTenant) {
    this.tables = tables;
    this.store = store;
    this.chance = chance;
    this.others = bytes(otherTenant);
  }

  /** Does damage somewhere. */
  Expected make(Kind kind) {
    Expected expected =
        switch (kind) {
          case EDIT -> edit();
          case DELETE -> delete();
          case INSERT -> insert();
          case SWAP -> swap();
          case DUPLICATE -> duplicate();
          case SPLICE -> splice();
          case RELINK -> relink();
          case REMOVE_BLOCK -> removeBlock();
          case EDIT_BLOCK -> editBlock();
          case TRUNCATE -> truncate();
          case REWRITE -> rewrite();
          case EDIT_DOCUMENT -> editDocument();
          case DELETE_DOCUMENT -> deleteDocument();
        };
    tables.commit();
    return expected;
  }

  private Expected edit() {
    String table = table();
    Map<String, Object> row = any(entries(table, OURS));
    tables.replace(table, row, forged(row, Set.of("tenant", "sequence")));
    return blockOf(sequence(row));
  }

  /** A row of which one field is another one. */
  private Map<String, Object> forged(Map<String, Object> row, Set<String> kept) {
    List<String> columns = row.keySet().stream().filter(name -> !kept.contains(name)).toList();
    String column = any(columns);
    return with(row, column, other(row.get(column)));
  }

  private Object other(Object value) {
    if (value instanceof byte[] bytes) {
      byte[] flipped = bytes.length == 0 ? new byte[] {1} : bytes.clone();
      flipped[chance.nextInt(flipped.length)] ^= 1;
      return flipped;
    } else if (value instanceof Long number) {
      return number + 1;
    } else if (value instanceof Integer number) {
      return number + 1;
    } else if (value instanceof BigDecimal number) {
      return number.add(BigDecimal.ONE);
    } else if (value instanceof Date day) {
      return Date.valueOf(day.toLocalDate().plusDays(1));
    }
    return value + "x";
  }

  private Expected delete() {
    String table = table();
    Map<String, Object> row = any(entries(table, OURS));
    tables.delete(table, row);
    return blockOf(sequence(row));
  }

  /** A second entry at a sequence that another table's entry has. */
  private Expected insert() {
    String from = table();
    Map<String, Object> row = any(entries(from, OURS));
    List<String> elsewhere =
        RawTables.JOURNALS.stream()
            .filter(table -> !table.equals(from) && !entries(table, OURS).isEmpty())
            .toList();
    long taken = sequence(any(entries(any(elsewhere), OURS)));
    tables.insert(from, with(row, "sequence", taken));
    return blockOf(taken);
  }

  private Expected swap() {
    String table = table();
    List<Map<String, Object>> rows = entries(table, OURS);
    Map<String, Object> one = any(rows);
    Map<String, Object> two =
        any(rows.stream().filter(row -> sequence(row) != sequence(one)).toList());
    tables.delete(table, one);
    tables.delete(table, two);
    tables.insert(table, with(one, "sequence", sequence(two)));
    tables.insert(table, with(two, "sequence", sequence(one)));
    return blockOf(Math.min(sequence(one), sequence(two)));
  }

  private Expected duplicate() {
    String table = table();
    long behind = head() + 1;
    tables.insert(table, with(any(entries(table, OURS)), "sequence", behind));
    return new Expected(behind, "");
  }

  /** Another tenant's entry in the place of one of ours. */
  private Expected splice() {
    List<String> both =
        RawTables.JOURNALS.stream()
            .filter(table -> !entries(table, OURS).isEmpty() && !entries(table, others).isEmpty())
            .toList();
    String table = any(both);
    Map<String, Object> ours = any(entries(table, OURS));
    Map<String, Object> theirs = any(entries(table, others));
    tables.replace(table, ours, with(with(theirs, "tenant", OURS), "sequence", sequence(ours)));
    return blockOf(sequence(ours));
  }

  private Expected relink() {
    Map<String, Object> block = any(blocks());
    Map<String, Object> follows = any(blocks());
    byte[] hash = (byte[]) follows.get("block_hash");
    if (RawTables.same(hash, block.get("previous_hash"))) {
      return relink();
    }
    tables.replace("jxc_block", block, with(block, "previous_hash", hash));
    return at(block);
  }

  private Expected removeBlock() {
    Map<String, Object> block = any(blocks());
    tables.delete("jxc_block", block);
    return at(block);
  }

  private Expected editBlock() {
    Map<String, Object> block = any(blocks());
    Set<String> kept =
        Set.of("tenant", "block_id", "first_sequence", "last_sequence", "previous_hash", "format");
    tables.replace("jxc_block", block, forged(block, kept));
    return at(block);
  }

  /** The end is cut off, and what is left is sound in itself. */
  private Expected truncate() {
    List<Map<String, Object>> blocks = blocks();
    long anchor = head();
    Map<String, Object> last = blocks.get(chance.nextInt(blocks.size() - 1));
    long end = (Long) last.get("last_sequence");
    for (String table : RawTables.JOURNALS) {
      entries(table, OURS).stream()
          .filter(row -> sequence(row) > end)
          .forEach(row -> tables.delete(table, row));
    }
    blocks.stream()
        .filter(block -> (Long) block.get("last_sequence") > end)
        .forEach(block -> tables.delete("jxc_block", block));
    moveHead(last);
    return new Expected(anchor, "");
  }

  /** An entry is changed, and every hash from there to the end is made to fit. */
  private Expected rewrite() {
    Map<String, Object> row = any(entries("jxc_movement", OURS));
    tables.replace("jxc_movement", row, with(row, "quantity", other(row.get("quantity"))));
    tables.commit();
    Bytes previous = Chain.genesis(TenantId.of(Work.TENANT));
    Map<String, Object> last = Map.of();
    for (Map<String, Object> block : blocks()) {
      last = rehashed(block, previous);
      previous = Bytes.wrap((byte[]) last.get("block_hash"));
      tables.replace("jxc_block", block, last);
    }
    moveHead(last);
    return new Expected(head(), "");
  }

  private Map<String, Object> rehashed(Map<String, Object> block, Bytes previous) {
    long first = (Long) block.get("first_sequence");
    long last = (Long) block.get("last_sequence");
    List<JournalEntry> entries = new ArrayList<>();
    try (StoreView view = store.view(TenantId.of(Work.TENANT))) {
      view.journal(Set.of(), first - 1, (int) (last - first + 1)).stream()
          .map(JournalRow::entry)
          .forEach(entries::add);
    }
    Bytes digest = Chain.blockDigest(entries);
    UUID id =
        store.block(TenantId.of(Work.TENANT), new BlockRef.BySequence(first)).orElseThrow().id();
    Bytes hash =
        Chain.blockHash(
            previous, id, first, last, Chain.instant((Long) block.get("block_time")), digest);
    Map<String, Object> forged = with(block, "digest", digest.toArray());
    return with(with(forged, "previous_hash", previous.toArray()), "block_hash", hash.toArray());
  }

  private void moveHead(Map<String, Object> block) {
    Map<String, Object> head = headRow();
    Map<String, Object> moved = with(head, "sequence", block.get("last_sequence"));
    moved = with(moved, "block_hash", block.get("block_hash"));
    tables.replace("jxc_head", head, with(moved, "block_time", block.get("block_time")));
  }

  private Expected editDocument() {
    Map<String, Object> document = any(documents());
    tables.replace("jxc_document", document, with(document, "body", other(document.get("body"))));
    return named(document);
  }

  private Expected deleteDocument() {
    Map<String, Object> document = any(documents());
    tables.delete("jxc_document", document);
    return named(document);
  }

  private static Expected named(Map<String, Object> document) {
    return new Expected(0, "'" + text(document.get("doc_key")) + "'");
  }

  private List<Map<String, Object>> documents() {
    return tables.rows("SELECT * FROM jxc_document WHERE tenant = ?", OURS).stream()
        .filter(row -> DOCUMENTS.contains(text(row.get("type"))))
        // whose own rights are damaged proves nothing: it is refused
        .filter(row -> !text(row.get("doc_key")).equals("root"))
        .toList();
  }

  private List<Map<String, Object>> entries(String table, byte[] tenant) {
    return tables.rows("SELECT * FROM " + table + " WHERE tenant = ? ORDER BY sequence", tenant);
  }

  private List<Map<String, Object>> blocks() {
    return tables.rows("SELECT * FROM jxc_block WHERE tenant = ? ORDER BY last_sequence", OURS);
  }

  private Map<String, Object> headRow() {
    return tables.rows("SELECT * FROM jxc_head WHERE tenant = ?", OURS).get(0);
  }

  private long head() {
    return sequence(headRow());
  }

  /** A table with more than one entry of ours. */
  private String table() {
    return any(
        RawTables.JOURNALS.stream().filter(table -> entries(table, OURS).size() > 1).toList());
  }

  private Expected blockOf(long sequence) {
    return blocks().stream()
        .filter(block -> (Long) block.get("last_sequence") >= sequence)
        .findFirst()
        .map(Attacks::at)
        .orElseThrow();
  }

  private static Expected at(Map<String, Object> block) {
    return new Expected((Long) block.get("first_sequence"), "");
  }

  private <T> T any(List<T> some) {
    return some.get(chance.nextInt(some.size()));
  }

  private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    Map<String, Object> changed = new TreeMap<>(row);
    changed.put(column, value);
    return changed;
  }

  private static long sequence(Map<String, Object> row) {
    return (Long) row.get("sequence");
  }

  private static String text(Object value) {
    return new String((byte[]) value, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
