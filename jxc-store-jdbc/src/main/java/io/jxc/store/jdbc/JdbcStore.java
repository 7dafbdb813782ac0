package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in a relational database: H2 in a folder, or a server that speaks MySQL.
 *
 * <pre>{@code
 * JdbcStore.h2(Path.of("shop")).build();
 * JdbcStore.mysql("jdbc:mysql://db/shop", "jxc", password).migrate().build();
 * JdbcStore.using(dataSource).migrate().build();
 * }</pre>
 *
 * <p>Thread-safe. Connections that the store opens are closed with it; a {@link DataSource} handed
 * in stays the host's.
 */
public final class JdbcStore implements JxcStore {
  private static final int H2_BATCH_ROWS = 5_000;

  private final Database database;
  private final SyncGate gate;
  private final Durability durability;
  private final int schemaVersion;
  private final LongSupplier nanos;
  private final Leases leases;
  private final OpenViews views = new OpenViews();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Declared declared;

  /** What is known after {@link #register}. */
  private record Declared(Registry registry, Commits commits) {}

  private JdbcStore(Builder builder, Database database, Durability durability, int schemaVersion) {
    this.database = database;
    this.gate = SyncGate.of(database.product(), builder.durability);
    this.durability = durability;
    this.schemaVersion = schemaVersion;
    this.nanos = builder.nanos;
    this.leases = new Leases(database);
  }

  /**
   * Keeps everything in an H2 database in a folder, which is created where it is missing. One JVM
   * at a time can have it open. Tables are made and migrated at start.
   */
  public static Builder h2(Path folder) {
    return new Builder(new ConnectionSource.H2File(folder));
  }

  /**
   * Keeps everything on a MySQL or MariaDB server, with connections of our own. The driver's
   * options are set as they were measured best, unless the address has others; those that commits
   * depend on are refused otherwise: {@code emulateUnsupportedPstmts=false}, {@code
   * useAffectedRows=false}, {@code autoReconnect=false}, {@code jdbcCompliantTruncation=true}.
   *
   * <p>The server is looked at when the store is built. Refused: {@code sql_mode} without
   * strictness, a session not of utf8mb4 or not READ COMMITTED, {@code binlog_format=STATEMENT},
   * {@code max_allowed_packet} below 4 MB. Warned of, and told by {@link #health}: {@code
   * innodb_flush_log_at_trx_commit} or, where a binary log is kept, {@code sync_binlog} other than
   * 1. Warned of: a server that is read-only now.
   *
   * @param url {@code jdbc:mysql://host:port/database}, with driver options if need be
   */
  public static Builder mysql(String url, String user, String password) {
    return new Builder(new ConnectionSource.Server(url, user, password));
  }

  /**
   * Keeps everything in the database behind a pool of the host: H2, MySQL or MariaDB. Connections
   * must be nobody's transaction: autoCommit=true, not transaction-aware; at least two at a time.
   */
  public static Builder using(DataSource source) {
    return new Builder(new ConnectionSource.Host(source));
  }

  @Override
  public void register(StoreSchema schema) {
    requireOpen();
    List<Table> tables = new ArrayList<>(TableLayouts.system());
    tables.addAll(new SchemaScript(database.dialect()).tables(schema));
    try (Handle handle = database.write()) {
      SchemaCheck.run(handle.getConnection(), tables);
      if (database.dialect() == Dialect.MYSQL) {
        ServerChecks.requireCharacters(handle.getConnection(), tables);
      }
    } catch (SQLException e) {
      throw SqlErrors.of("compare the tables", e);
    }
    Registry registry = new Registry(schema, database.dialect());
    declared = new Declared(registry, new Commits(database, registry, gate, schemaVersion));
  }

  @Override
  public StoreView view(TenantId tenant) {
    Registry registry = declared().registry();
    views.sweep();
    Handle handle = database.read();
    try {
      Head head = head(handle, tenant);
      JdbcView view = JdbcView.owning(handle, registry, head, nanos);
      views.opened(view);
      return view;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  @Override
  public Commit commit(ChangeSet changes) {
    return prepare(changes).commit();
  }

  @Override
  public PreparedCommit prepare(ChangeSet changes) {
    PreparedCommit prepared = declared().commits().prepare(changes);
    return () -> {
      requireOpen();
      return prepared.commit();
    };
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return declared().commits().commitLocked(tenant, decide);
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    requireOpen();
    try (Handle handle = database.read()) {
      Optional<Block> found =
          gate.snapshot(tenant, () -> Heads.block(new Reads(handle), tenant, reference));
      found.ifPresent(block -> settle(tenant, block.lastSequence()));
      return found;
    }
  }

  @Override
  public Head head(TenantId tenant) {
    requireOpen();
    try (Handle handle = database.read()) {
      return head(handle, tenant);
    }
  }

  /** The head as a snapshot begins with it, and as it may be acted on. */
  private Head head(Handle handle, TenantId tenant) {
    Head head = gate.snapshot(tenant, () -> Heads.read(new Reads(handle), tenant));
    settle(tenant, head.sequence());
    return head;
  }

  private void settle(TenantId tenant, long sequence) {
    if (gate.isOpen(tenant, sequence)) {
      try (Handle handle = database.write()) {
        gate.settle(tenant, sequence, handle.getConnection());
      }
    }
  }

  /** An embedded database writes each page that a commit touches, so large commits cost it less. */
  @Override
  public int batchRows() {
    return database.dialect() == Dialect.H2 ? H2_BATCH_ROWS : JxcStore.super.batchRows();
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    requireOpen();
    return leases.take(name, holder, timeToLive);
  }

  @Override
  public StoreHealth health() {
    boolean up = false;
    String detail;
    try {
      requireOpen();
      try (Handle handle = database.read()) {
        DatabaseMetaData data = handle.getConnection().getMetaData();
        new Reads(handle).first("SELECT 1", List.of(), (row, ctx) -> row.getInt(1));
        detail = database.product() + " " + data.getDatabaseProductVersion();
        up = true;
      }
    } catch (RuntimeException | SQLException e) {
      detail = "down: " + e.getMessage();
    }
    return new StoreHealth(up, durability, schemaVersion, detail);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      views.close();
      database.close();
    }
  }

  @Override
  public JxcStore joined(HostTransaction transaction) {
    Commits commits = declared().commits();
    Connection connection = transaction.connection();
    HostFitness.require(connection, database.product(), database.place());
    return new JoinedStore(this, commits.within(database.on(connection)));
  }

  void requireOpen() {
    if (closed.get()) {
      throw UnavailableException.closed();
    }
    gate.check();
  }

  private Declared declared() {
    requireOpen();
    Declared found = declared;
    if (found == null) {
      throw new IllegalStateException("register the declarations first");
    }
    return found;
  }

  /** Collects the settings of a store. Not thread-safe. */
  public static final class Builder {
    private final ConnectionSource source;
    private Durability durability = Durability.POWER_LOSS;
    private boolean migrate;
    private LongSupplier nanos = System::nanoTime;

    private Builder(ConnectionSource source) {
      this.source = source;
      this.migrate = source.migratesByItself();
    }

    /**
     * Says what an acknowledged commit survives; a power cut unless said otherwise. With {@link
     * Durability#PROCESS_CRASH} an H2 store leaves the moment of writing to the operating system. A
     * server's own settings decide for it; a weaker one is reported by {@link #health}.
     *
     * @throws StorageException for anything weaker
     */
    public Builder durability(Durability wanted) {
      if (wanted == Durability.MEMORY) {
        throw StorageException.misconfigured(
            "a database keeps what it acknowledged: POWER_LOSS or PROCESS_CRASH");
      }
      durability = wanted;
      return this;
    }

    /** Makes and migrates the tables at start; as for H2 in a folder without being told. */
    public Builder migrate() {
      return migrate(true);
    }

    /** Says whether tables are made and migrated at start, or only checked. */
    public Builder migrate(boolean wanted) {
      migrate = wanted;
      return this;
    }

    /** Measures the life of views, for tests. */
    Builder nanos(LongSupplier clock) {
      nanos = clock;
      return this;
    }

    /**
     * Opens the store.
     *
     * @throws StorageException when the database cannot be reached, would lose data as it is set
     *     up, or has tables that this release does not know
     */
    public JdbcStore build() {
      Connections connections = source.open();
      try {
        return open(new Database(connections));
      } catch (RuntimeException e) {
        connections.close();
        throw e;
      }
    }

    private JdbcStore open(Database database) {
      Product product = database.product();
      Durability found;
      try (Handle handle = database.write()) {
        found = ServerChecks.check(handle.getConnection(), product, durability);
      } catch (SQLException e) {
        throw SqlErrors.of("check the database", e);
      }
      Migrations migrations = new Migrations(database, Migration.all(database.dialect()));
      int version = migrate ? migrations.migrate() : migrations.validate();
      try (Handle handle = database.write()) {
        ServerChecks.requireFoundRows(handle.getConnection());
      } catch (SQLException e) {
        throw SqlErrors.of("check the database", e);
      }
      return new JdbcStore(this, database, found, version);
    }
  }
}
