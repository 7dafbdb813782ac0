package io.jxc.store.jdbc;

import io.jxc.spi.store.Block;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoreSchema;
import io.jxc.tck.Tampering;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Changes stored rows by SQL, as somebody with access to the database would. */
final class Tamperer {
  private static final long PARKED = Long.MAX_VALUE;

  private final Connection connection;
  private final Registry registry;
  private final StoreSchema schema;
  private final Dialect dialect;

  Tamperer(Connection connection, StoreSchema schema, Dialect dialect) {
    this.connection = connection;
    this.schema = schema;
    this.dialect = dialect;
    this.registry = new Registry(schema, dialect);
  }

  void apply(Tampering what) throws SQLException {
    byte[] tenant = Names.utf8(what.tenant().value());
    if (what instanceof Tampering.EditEntry edit) {
      delete(tenant, edit.sequence());
      insert(what, edit.sequence(), edit.forged());
    } else if (what instanceof Tampering.DeleteEntry gone) {
      delete(tenant, gone.sequence());
    } else if (what instanceof Tampering.InsertEntry come) {
      insert(what, come.sequence(), come.forged());
    } else if (what instanceof Tampering.SwapEntries swap) {
      move(tenant, swap.first(), PARKED);
      move(tenant, swap.second(), swap.first());
      move(tenant, PARKED, swap.second());
    } else if (what instanceof Tampering.DuplicateEntry copy) {
      duplicate(tenant, copy.sequence(), copy.copyAt());
    } else if (what instanceof Tampering.Truncate cut) {
      truncate(tenant, cut.after());
    } else if (what instanceof Tampering.EditBlock edit) {
      editBlock(tenant, edit.forged());
    }
  }

  private List<Table> journals() {
    return registry.journals().values().stream().map(RowSource::table).distinct().toList();
  }

  private void delete(byte[] tenant, long sequence) throws SQLException {
    for (Table table : journals()) {
      update(
          "DELETE FROM " + table.name() + " WHERE tenant = ? AND sequence = ?", tenant, sequence);
    }
  }

  private void move(byte[] tenant, long from, long to) throws SQLException {
    for (Table table : journals()) {
      update(
          "UPDATE " + table.name() + " SET sequence = ? WHERE tenant = ? AND sequence = ?",
          to,
          tenant,
          from);
    }
  }

  private void insert(Tampering what, long sequence, JournalEntry entry) throws SQLException {
    JournalTable table = registry.journal(entry.type());
    List<Object[]> rows = new ArrayList<>();
    rows.add(table.row(what.tenant(), sequence, entry));
    RowWriter.of(dialect, connection).insert(table.table(), rows);
  }

  private void duplicate(byte[] tenant, long sequence, long copyAt) throws SQLException {
    for (Table table : journals()) {
      List<String> columns = table.columns().stream().map(Column::name).toList();
      String copied = String.join(", ", columns).replace("sequence", "?");
      update(
          "INSERT INTO "
              + table.name()
              + (" (" + String.join(", ", columns) + ") SELECT " + copied)
              + (" FROM " + table.name() + " WHERE tenant = ? AND sequence = ?"),
          copyAt,
          tenant,
          sequence);
    }
  }

  private void truncate(byte[] tenant, long after) throws SQLException {
    for (Table table : journals()) {
      update("DELETE FROM " + table.name() + " WHERE tenant = ? AND sequence > ?", tenant, after);
    }
    update("DELETE FROM jxc_block WHERE tenant = ? AND last_sequence > ?", tenant, after);
    String last =
        "SELECT block_hash, block_time FROM jxc_block WHERE tenant = ? AND last_sequence = ?";
    try (PreparedStatement statement = connection.prepareStatement(last)) {
      Binder.bind(statement, 1, tenant);
      Binder.bind(statement, 2, after);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("no block ends at " + after);
        }
        update(
            "UPDATE jxc_head SET sequence = ?, block_hash = ?, block_time = ? WHERE tenant = ?",
            after,
            row.getBytes(1),
            row.getLong(2),
            tenant);
      }
    }
  }

  private void editBlock(byte[] tenant, Block forged) throws SQLException {
    update(
        "UPDATE jxc_block SET first_sequence = ?, last_sequence = ?, block_time = ?, digest = ?,"
            + " previous_hash = ?, block_hash = ? WHERE tenant = ? AND block_id = ?",
        forged.firstSequence(),
        forged.lastSequence(),
        Chain.micros(forged.at()),
        forged.digest().toArray(),
        forged.previousHash().toArray(),
        forged.hash().toArray(),
        tenant,
        Binder.bytes(forged.id()));
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Binder.bind(statement, i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Creates the tables of the declared types. */
  void createTables() throws SQLException {
    SchemaScript script = new SchemaScript(dialect);
    for (String statement : script.statements(script.tables(schema))) {
      HostConnections.execute(connection, statement);
    }
  }
}
