package io.jxc.store.jdbc;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.Listing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of declared types and of the system, as this release lays them out. */
final class TableLayouts {
  /** InnoDB's bound on the columns of one index. */
  private static final int INDEX_BYTES = 3072;

  private final Dialect dialect;

  TableLayouts(Dialect dialect) {
    this.dialect = dialect;
  }

  static List<Table> system() {
    return List.of(head(), block(), document(), index(), journal(), lease());
  }

  static Table head() {
    return new Table(
        "jxc_head",
        List.of(
            Column.tenant(),
            Column.number("sequence"),
            Column.uuid("incarnation"),
            Column.hash("block_hash"),
            Column.number("block_time"),
            Column.small("schema_version"),
            Column.number("fence")),
        List.of("tenant"),
        List.of());
  }

  static Table block() {
    return new Table(
        "jxc_block",
        List.of(
            Column.tenant(),
            Column.uuid("block_id"),
            Column.number("first_sequence"),
            Column.number("last_sequence"),
            Column.number("block_time"),
            Column.hash("digest"),
            Column.hash("previous_hash"),
            Column.hash("block_hash"),
            Column.small("format")),
        List.of("tenant", "block_id"),
        List.of(new Table.Index("last_sequence", true, List.of("tenant", "last_sequence"))));
  }

  static Table document() {
    return new Table(
        "jxc_document",
        List.of(
            Column.tenant(),
            Column.identifier("type"),
            Column.key("doc_key"),
            Column.number("version"),
            Column.small("format"),
            Column.body("attributes"),
            Column.body("body")),
        List.of("tenant", "type", "doc_key"),
        List.of());
  }

  static Table index() {
    return new Table(
        "jxc_index",
        List.of(
            Column.tenant(),
            Column.identifier("type"),
            Column.identifier("idx"),
            Column.key("val"),
            Column.key("uniq"),
            Column.key("doc_key")),
        List.of("tenant", "type", "idx", "val", "uniq"),
        List.of(new Table.Index("document", false, List.of("tenant", "type", "doc_key"))));
  }

  static Table journal() {
    return new Table(
        "jxc_journal",
        List.of(
            Column.tenant(),
            Column.identifier("type"),
            Column.number("sequence"),
            Column.small("format"),
            Column.body("attributes"),
            Column.body("body")),
        List.of("tenant", "sequence"),
        List.of(new Table.Index("type", false, List.of("tenant", "type", "sequence"))));
  }

  static Table lease() {
    return new Table(
        "jxc_lease",
        List.of(
            Column.bytes("name", 200),
            Column.bytes("holder", 200),
            Column.number("token"),
            Column.number("expires_at")),
        List.of("name"),
        List.of());
  }

  Table documents(DocumentType type) {
    List<Column> columns = new ArrayList<>(List.of(Column.tenant(), Column.key("doc_key")));
    columns.add(Column.number("version"));
    content(columns, type.attributes(), Set.of());
    return new Table(
        SqlNames.table(type.name()),
        columns,
        List.of("tenant", "doc_key"),
        listings(type.name(), type.attributes(), type.listings(), List.of("doc_key"), List.of()));
  }

  Optional<Table> lines(DocumentType type) {
    return type.lines()
        .map(
            lines -> {
              List<Column> columns = new ArrayList<>();
              columns.add(Column.tenant());
              columns.add(Column.key("doc_key"));
              columns.add(Column.small("line_no"));
              content(columns, lines.attributes(), Set.of());
              List<String> ties = List.of("doc_key", "line_no");
              return new Table(
                  SqlNames.lineTable(type.name()),
                  columns,
                  List.of("tenant", "doc_key", "line_no"),
                  listings(type.name(), lines.attributes(), lines.listings(), ties, List.of()));
            });
  }

  Table journal(JournalType type) {
    List<String> key = journalKey(type);
    List<Column> columns = new ArrayList<>(List.of(Column.tenant(), Column.number("sequence")));
    content(columns, type.attributes(), Set.copyOf(key));
    List<Table.Index> indexes = new ArrayList<>();
    if (key.size() > 2) {
      indexes.add(new Table.Index("sequence", true, List.of("tenant", "sequence")));
    }
    indexes.addAll(
        listings(type.name(), type.attributes(), type.listings(), List.of("sequence"), key));
    return new Table(SqlNames.table(type.name()), columns, key, indexes);
  }

  /**
   * A journal that is listed by {@code sku} alone lies sorted by it: the history of a product is
   * then a walk along neighbours. Every other journal lies in the order of its sequences, and new
   * rows come at its end.
   */
  private List<String> journalKey(JournalType type) {
    Set<String> clustered = new LinkedHashSet<>();
    clustered.add("tenant");
    if (clusteredBySku(type)) {
      clustered.add(dialect.column("sku"));
    }
    clustered.add("sequence");
    return List.copyOf(clustered);
  }

  /** Tells whether the rows lie by product; every entry then has one. */
  static boolean clusteredBySku(JournalType type) {
    return type.listings().stream()
        .anyMatch(l -> l.equality().equals(List.of("sku")) && l.sort().isEmpty());
  }

  Table balances(BalanceType type) {
    List<Column> columns = new ArrayList<>(List.of(Column.tenant()));
    List<String> key = new ArrayList<>(List.of("tenant"));
    for (String dimension : type.dimensions()) {
      columns.add(Column.key(dialect.column(dimension)));
      key.add(dialect.column(dimension));
    }
    columns.add(Column.number("version"));
    for (BalanceType.Column column : type.columns()) {
      columns.add(Column.decimal(dialect.column(column.name()), column.scale()));
    }
    return new Table(SqlNames.table(type.name()), columns, key, List.of());
  }

  private void content(List<Column> columns, AttributeLayout layout, Set<String> required) {
    columns.add(Column.small("format"));
    for (Attribute attribute : layout.attributes()) {
      Column column = Column.of(attribute, dialect.column(attribute.name()));
      columns.add(required.contains(column.name()) ? column.notNull() : column);
    }
    columns.add(Column.body("body"));
  }

  private List<Table.Index> listings(
      String type,
      AttributeLayout layout,
      List<Listing> listings,
      List<String> ties,
      List<String> primaryKey) {
    List<Table.Index> indexes = new ArrayList<>();
    for (Listing listing : listings) {
      int bytes = 40 + 400 + 4;
      List<String> columns = new ArrayList<>(List.of("tenant"));
      for (List<String> names : List.of(listing.equality(), listing.sort())) {
        for (String name : names) {
          columns.add(dialect.column(name));
          bytes += Column.of(layout.attribute(name), name).indexBytes();
        }
      }
      columns.addAll(ties);
      if (bytes > INDEX_BYTES) {
        throw new IllegalArgumentException(
            type + "." + listing.name() + " takes " + bytes + " bytes, an index " + INDEX_BYTES);
      }
      // The primary key already is the order of a listing without attributes.
      if (columns.size() > ties.size() + 1 && !columns.equals(primaryKey)) {
        indexes.add(new Table.Index(listing.name(), false, columns));
      }
    }
    return indexes;
  }
}
