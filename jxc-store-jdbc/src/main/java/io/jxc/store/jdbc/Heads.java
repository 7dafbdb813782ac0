package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on the head row and the blocks of a tenant. */
final class Heads {
  private static final String SELECT_HEAD =
      "SELECT sequence, incarnation, block_hash, block_time, schema_version FROM jxc_head"
          + " WHERE tenant = ?";
  private static final String SELECT_BLOCK =
      "SELECT block_id, first_sequence, last_sequence, block_time, digest, previous_hash,"
          + " block_hash FROM jxc_block WHERE tenant = ?";
  private static final int BLOCK_FORMAT = 1;

  private Heads() {}

  /** Reads the head as the handle's transaction sees it. */
  static Head read(Reads reads, TenantId tenant) {
    return reads
        .first(SELECT_HEAD, List.of(bytes(tenant)), (row, ctx) -> head(tenant, row))
        .orElseGet(() -> Head.absent(tenant));
  }

  /**
   * Locks and reads the head; empty where the tenant has no row, and then nothing is locked.
   *
   * @param schema the newest tables that this node knows
   * @throws StorageException when a node that knows newer ones has written it
   */
  static Optional<Head> lock(Connection connection, TenantId tenant, int schema)
      throws SQLException {
    return lock(connection, tenant, schema, " FOR UPDATE");
  }

  /** The same, but fails at once where somebody else has locked it. */
  static Optional<Head> lockNow(Connection connection, TenantId tenant, int schema)
      throws SQLException {
    return lock(connection, tenant, schema, " FOR UPDATE NOWAIT");
  }

  private static Optional<Head> lock(Connection connection, TenantId tenant, int schema, String how)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT_HEAD + how)) {
      Binder.bind(statement, 1, bytes(tenant));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        int written = row.getInt(5);
        if (written > schema) {
          throw StorageException.schema(
              "a newer node has written with the tables of script "
                  + written
                  + ", this one knows "
                  + schema
                  + ": it writes no more, replace it");
        }
        return Optional.of(head(tenant, row));
      }
    }
  }

  /** Inserts the head of a tenant without a block; waits for somebody who does the same. */
  static void insert(Connection connection, TenantId tenant) throws SQLException {
    insert(connection, tenant, "");
  }

  /**
   * The same, but locks the row where it is there: a refused insert would share the lock with
   * others that were refused, and none of them could have it alone. Not on H2.
   */
  static void insertOrLock(Connection connection, TenantId tenant) throws SQLException {
    insert(connection, tenant, " ON DUPLICATE KEY UPDATE fence = fence");
  }

  private static void insert(Connection connection, TenantId tenant, String where)
      throws SQLException {
    Head head = Head.absent(tenant);
    Sql.of(
            "INSERT INTO jxc_head (tenant, sequence, incarnation, block_hash, block_time,"
                + " schema_version, fence) VALUES (?, ?, ?, ?, ?, ?, ?)"
                + where,
            1,
            bytes(tenant),
            head.sequence(),
            Binder.bytes(head.incarnation()),
            head.blockHash().unsafeArray(),
            Chain.micros(head.blockTime()),
            0,
            0L)
        .run(connection);
  }

  /** Moves the head to a block, if it is where it was locked. */
  static Sql move(Head from, Block to, int schemaVersion) {
    // The history is named after its first block: no second source of identities is needed.
    UUID incarnation = from.sequence() == 0 ? to.id() : from.incarnation();
    return Sql.of(
        "UPDATE jxc_head SET sequence = ?, incarnation = ?, block_hash = ?, block_time = ?,"
            + " schema_version = ? WHERE tenant = ? AND sequence = ?",
        1,
        to.lastSequence(),
        Binder.bytes(incarnation),
        to.hash().unsafeArray(),
        Chain.micros(to.at()),
        schemaVersion,
        bytes(to.tenant()),
        from.sequence());
  }

  /** Writes the head without moving it: on a cluster the write is what proves the lock. */
  static boolean fence(Connection connection, Head head) throws SQLException {
    String text = "UPDATE jxc_head SET fence = fence + 1 WHERE tenant = ? AND sequence = ?";
    return Sql.of(text, 1, bytes(head.tenant()), head.sequence()).run(connection) == 1;
  }

  /** Writes a block down. */
  static Sql insert(Block block) {
    return Sql.of(
        "INSERT INTO jxc_block (tenant, block_id, first_sequence, last_sequence, block_time,"
            + " digest, previous_hash, block_hash, format) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        1,
        bytes(block.tenant()),
        Binder.bytes(block.id()),
        block.firstSequence(),
        block.lastSequence(),
        Chain.micros(block.at()),
        block.digest().unsafeArray(),
        block.previousHash().unsafeArray(),
        block.hash().unsafeArray(),
        BLOCK_FORMAT);
  }

  static Optional<Block> block(Reads reads, TenantId tenant, BlockRef reference) {
    if (reference instanceof BlockRef.ById byId) {
      return reads.first(
          SELECT_BLOCK + " AND block_id = ?",
          List.of(bytes(tenant), Binder.bytes(byId.id())),
          (row, ctx) -> block(tenant, row));
    }
    long sequence = ((BlockRef.BySequence) reference).sequence();
    return reads
        .first(
            SELECT_BLOCK
                + " AND last_sequence >= ?"
                + Ranges.first(List.of("tenant"), List.of("last_sequence"), false),
            List.of(bytes(tenant), sequence, 1),
            (row, ctx) -> block(tenant, row))
        .filter(block -> block.firstSequence() <= sequence);
  }

  private static Head head(TenantId tenant, ResultSet row) throws SQLException {
    return new Head(
        tenant,
        row.getLong(1),
        Binder.uuid(row.getBytes(2)),
        Bytes.wrap(row.getBytes(3)),
        Chain.instant(row.getLong(4)));
  }

  private static Block block(TenantId tenant, ResultSet row) throws SQLException {
    return new Block(
        tenant,
        Binder.uuid(row.getBytes(1)),
        row.getLong(2),
        row.getLong(3),
        Chain.instant(row.getLong(4)),
        Bytes.wrap(row.getBytes(5)),
        Bytes.wrap(row.getBytes(6)),
        Bytes.wrap(row.getBytes(7)));
  }

  private static byte[] bytes(TenantId tenant) {
    return Names.utf8(tenant.value());
  }
}
