package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tables and declarations fit together, or the store does not start. */
abstract class SchemaContract {
  private static final TenantId SHOP = TenantId.of("shop");
  private static final DocumentType ORDER =
      DocumentType.named("order")
          .attributes(
              Attribute.code("key"),
              Attribute.code("select"),
              Attribute.integer("value"),
              Attribute.integer("version"),
              Attribute.integer("version_"),
              Attribute.text("body"),
              Attribute.code("tenant"))
          .listing("group", List.of("key"), List.of("version"))
          .dedicated()
          .build();
  private static final BalanceType TABLE =
      new BalanceType(
          "table",
          List.of("v", "from"),
          List.of(BalanceType.Column.sum("x", 2), BalanceType.Column.latest("version", 0)),
          List.of(BalanceType.Floor.notNegative("f", "x")),
          false);
  private static final StoreSchema AWKWARD =
      new StoreSchema(List.of(ORDER), List.of(TABLE), List.of());

  abstract Dialect dialect();

  /** A store on a database with the system's tables only. */
  abstract JdbcStore store();

  abstract Connection connect() throws SQLException;

  @Test
  void declarationsFitTheTablesOfTheirOwnScript() throws SQLException {
    try (JdbcStore store = store()) {
      create(KitTypes.SCHEMA);
      store.register(KitTypes.SCHEMA);
    }
  }

  @Test
  void missingTableIsNamed() {
    try (JdbcStore store = store()) {
      assertMismatch(store, "no table jxc_kit_order");
    }
  }

  @Test
  void columnsThatDifferAreNamed() throws SQLException {
    try (JdbcStore store = store()) {
      create(KitTypes.SCHEMA);
      String rate = dialect().quote("last_rate");
      execute("ALTER TABLE jxc_kit_cost DROP COLUMN " + rate);
      execute("ALTER TABLE jxc_kit_cost ADD " + rate + " DECIMAL(24, 3) NOT NULL");
      execute("ALTER TABLE jxc_kit_stock DROP COLUMN " + dialect().quote("reserved"));
      assertMismatch(store, "jxc_kit_cost.last_rate is of another type");
      assertMismatch(store, "jxc_kit_stock.reserved is missing");
    }
  }

  @Test
  void columnThatNobodyFillsIsNamed() throws SQLException {
    try (JdbcStore store = store()) {
      create(KitTypes.SCHEMA);
      execute("ALTER TABLE jxc_kit_movement ADD further INTEGER NOT NULL");
      assertMismatch(store, "jxc_kit_movement.further is not declared");
    }
  }

  @Test
  void missingIndexIsNamed() throws SQLException {
    try (JdbcStore store = store()) {
      create(KitTypes.SCHEMA);
      execute(
          dialect() == Dialect.H2
              ? "DROP INDEX jxc_kit_order_ix_by_status"
              : "DROP INDEX ix_by_status ON jxc_kit_order");
      assertMismatch(store, "jxc_kit_order has no index [tenant, status, created_at, doc_key]");
    }
  }

  @Test
  void namesThatTheDatabaseReservesAreStored() throws SQLException {
    try (JdbcStore store = store()) {
      create(AWKWARD);
      store.register(AWKWARD);
      AttributeValues values =
          AttributeValues.builder(ORDER.attributes())
              .set("key", "k")
              .set("select", "s")
              .set("value", 1L)
              .set("version", 2L)
              .set("version_", 3L)
              .set("body", "b")
              .set("tenant", "t")
              .build();
      commit(store, 0, values, 0, "5.00");
      commit(store, 1, values, 1, "-1.50");
      try (StoreView view = store.view(SHOP)) {
        assertThat(view.documents("order", Set.of("K")).get(0).attributes()).isEqualTo(values);
        assertThat(view.balances("table", Set.of(BalanceKey.of("a", "b"))).get(0).values())
            .containsExactly(new BigDecimal("3.50"), new BigDecimal("7"));
        ListQuery query = ListQuery.of(Source.DOCUMENTS, "order", "group").equal("k").build();
        assertThat(view.list(query).rows()).hasSize(1);
      }
    }
  }

  private static void commit(
      JdbcStore store, long basedOn, AttributeValues values, long version, String delta) {
    DocumentChange.Content content = new DocumentChange.Content(1, values, Bytes.EMPTY);
    ChangeSet changes =
        ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH)
            .document(new DocumentChange("order", "K", version, Optional.of(content)))
            .balance(
                new BalanceChange(
                    "table",
                    BalanceKey.of("a", "b"),
                    version,
                    List.of(new BigDecimal(delta), BigDecimal.ZERO),
                    List.of(Optional.empty(), Optional.of(new BigDecimal("7"))),
                    Set.of("f"),
                    false))
            .build();
    assertThat(store.commit(changes)).isInstanceOf(Commit.Committed.class);
  }

  private void create(StoreSchema schema) throws SQLException {
    try (Connection connection = connect()) {
      new Tamperer(connection, schema, dialect()).createTables();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect()) {
      HostConnections.execute(connection, sql);
    }
  }

  private static void assertMismatch(JdbcStore store, String why) {
    assertThatThrownBy(() -> store.register(KitTypes.SCHEMA))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(why);
  }
}
