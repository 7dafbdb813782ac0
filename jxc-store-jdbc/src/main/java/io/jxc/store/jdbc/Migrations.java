package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to this release and refuses what it does not know: a newer schema, a changed
 * script, a half-done one where it may not migrate. Two nodes that start at once take turns.
 */
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final String RUNNING = "running";
  private static final String DONE = "done";

  private final Database database;
  private final List<Migration> known;

  Migrations(Database database, List<Migration> known) {
    this.database = database;
    this.known = known;
  }

  private record Entry(String checksum, String state) {}

  /** Runs what is missing. Returns the number of the last script. */
  int migrate() {
    try (Handle handle = database.write()) {
      Connection connection = handle.getConnection();
      prepare(connection);
      if (pending(check(journal(connection)))) {
        try (MigrationLock lock = MigrationLock.take(connection, database.dialect())) {
          // Somebody else may have done it meanwhile.
          run(connection, lock, check(journal(connection)));
        }
      }
      return known.size();
    } catch (SQLException e) {
      throw SqlErrors.of("migrate", e);
    }
  }

  /** Requires that nothing is missing. Returns the number of the last script. */
  int validate() {
    try (Handle handle = database.write()) {
      Map<Integer, Entry> journal = check(journal(handle.getConnection()));
      if (pending(journal)) {
        throw StorageException.schema(
            "scripts 1.." + known.size() + " are needed, done " + done(journal) + ": migrate()");
      }
      return known.size();
    } catch (SQLException e) {
      if (SqlErrors.passing(e)) {
        throw SqlErrors.of("read the schema's journal", e);
      }
      throw StorageException.schema("there are no tables of JXC: migrate() makes them");
    }
  }

  private void prepare(Connection connection) throws SQLException {
    String options = database.dialect().tableOptions();
    HostConnections.execute(
        connection,
        "CREATE TABLE IF NOT EXISTS jxc_schema (number INTEGER NOT NULL, name VARCHAR(200) NOT NULL,"
            + " checksum VARCHAR(64) NOT NULL, state VARCHAR(20) NOT NULL, PRIMARY KEY (number))"
            + options);
    HostConnections.execute(
        connection,
        "CREATE TABLE IF NOT EXISTS jxc_schema_lock (id INTEGER NOT NULL,"
            + " holder VARCHAR(64) NOT NULL, expires_at BIGINT NOT NULL, PRIMARY KEY (id))"
            + options);
    connection.commit();
  }

  private static Map<Integer, Entry> journal(Connection connection) throws SQLException {
    Map<Integer, Entry> journal = new LinkedHashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT number, checksum, state FROM jxc_schema ORDER BY number");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        journal.put(row.getInt(1), new Entry(row.getString(2), row.getString(3)));
      }
    }
    connection.commit();
    return journal;
  }

  private Map<Integer, Entry> check(Map<Integer, Entry> journal) {
    journal.forEach(
        (number, entry) -> {
          if (number > known.size()) {
            throw StorageException.schema(
                "the tables are of script " + number + ", this release knows " + known.size());
          }
          Migration script = known.get(number - 1);
          if (!script.checksum().equals(entry.checksum())) {
            throw StorageException.schema(
                script.name() + " was run in another form: scripts never change");
          }
        });
    return journal;
  }

  private static int done(Map<Integer, Entry> journal) {
    return (int) journal.values().stream().filter(e -> e.state().equals(DONE)).count();
  }

  private boolean pending(Map<Integer, Entry> journal) {
    return done(journal) < known.size();
  }

  private void run(Connection connection, MigrationLock lock, Map<Integer, Entry> journal)
      throws SQLException {
    for (Migration script : known) {
      Entry entry = journal.get(script.number());
      if (entry != null && entry.state().equals(DONE)) {
        continue;
      }
      if (entry == null) {
        record(
            connection,
            "INSERT INTO jxc_schema (state, name, checksum, number) VALUES (?, ?, ?, ?)",
            RUNNING,
            script);
      } else {
        LOG.warn("{} was broken off half way and is run again", script.name());
      }
      for (String statement : script.statements()) {
        lock.renew();
        HostConnections.execute(connection, statement);
      }
      record(
          connection,
          "UPDATE jxc_schema SET state = ?, name = ?, checksum = ? WHERE number = ?",
          DONE,
          script);
      LOG.info("{} done", script.name());
    }
  }

  private static void record(Connection connection, String sql, String state, Migration script)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder.bind(statement, 1, state);
      Binder.bind(statement, 2, script.name());
      Binder.bind(statement, 3, script.checksum());
      Binder.bind(statement, 4, script.number());
      statement.executeUpdate();
    }
    connection.commit();
  }
}
