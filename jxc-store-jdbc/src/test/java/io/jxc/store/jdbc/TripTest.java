package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commits that a server gets as messages of many statements. */
class TripTest {
  private static final TenantId SHOP = TenantId.of("shop");

  /** More than one message holds. */
  private static final int ROWS = 60;

  private static final Bytes LARGE =
      Bytes.wrap("x".repeat(48 << 10).getBytes(StandardCharsets.US_ASCII));

  private final MySqlFixture fixture = new MySqlFixture();
  private final JxcStore store = fixture.store();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aCommitOfSeveralMessagesIsWhole() {
    assertThat(store.commit(large("item-", 0).build())).isInstanceOf(Commit.Committed.class);

    assertThat(stored("item-0", "item-59")).isEqualTo(2);
  }

  @Test
  void whatTheLastMessageRefusesUndoesTheFirst() {
    ChangeSet changes = large("item-", 0).document(put("late", 7, Bytes.EMPTY)).build();

    assertThatThrownBy(() -> store.commit(changes))
        .isInstanceOfSatisfying(
            ChangeRefusedException.class, e -> assertThat(e.arguments()).containsValue("late"));

    assertThat(store.head(SHOP).sequence()).isZero();
    assertThat(stored("item-0", "item-59")).isZero();
  }

  @Test
  void aTakenKeyIsNamedThoughTheMessageDidNotTell() {
    store.commit(large("item-", 0).build());
    long head = store.head(SHOP).sequence();
    ChangeSet again = large("next-", head).document(put("item-7", 0, Bytes.EMPTY)).build();

    assertThatThrownBy(() -> store.commit(again))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class, e -> assertThat(e.arguments()).containsValue("item-7"));

    assertThat(store.head(SHOP).sequence()).isEqualTo(head);
    assertThat(stored("next-0", "next-59")).isZero();
  }

  @Test
  void aMessageIsComposedWithoutAConnection() {
    Registry registry = new Registry(KitTypes.SCHEMA, Dialect.MYSQL);
    ChangeSet.Builder set = large("item-", 0);
    KitRows.sale(set, "sale", 0);

    assertThat(Trip.of(Plan.of(set.build(), registry))).isPresent();
  }

  @Test
  void nothingIsAskedOfADatabaseBeforeThePreparedIsCommitted() {
    try (Database database = MySqlFixture.kitDatabase()) {
      String url = database.url() + (database.url().contains("?") ? "&" : "?");
      WatchedSource source =
          new WatchedSource(url + "allowMultiQueries=true", database.user(), database.password());
      try (JdbcStore watched = JdbcStore.using(source).build()) {
        watched.register(KitTypes.SCHEMA);
        source.takeExecuted();
        source.failBefore(
            what -> {
              throw new SQLException("asked for " + what);
            });
        PreparedCommit dropped = watched.prepare(large("dropped-", 0).build());
        PreparedCommit first = watched.prepare(large("first-", 0).build());
        PreparedCommit second = watched.prepare(large("second-", 0).build());
        source.failBefore(what -> {});

        assertThat(source.takeExecuted()).isEmpty();
        assertThat(first.commit()).isInstanceOf(Commit.Committed.class);
        assertThat(second.commit()).isInstanceOf(Commit.HeadMoved.class);
        try (StoreView view = watched.view(SHOP)) {
          assertThat(view.documents("kit_item", List.of("first-0", "first-59"))).hasSize(2);
          assertThat(view.documents("kit_item", List.of("second-0", "dropped-0"))).isEmpty();
        }
        assertThat(dropped).isNotNull();
      }
    }
  }

  @Test
  void whatIsPreparedIsNotCommittedOnceTheStoreIsClosed() {
    PreparedCommit prepared = store.prepare(large("item-", 0).build());
    store.close();

    assertThatThrownBy(prepared::commit).isInstanceOf(UnavailableException.class);
  }

  @Test
  void anAnswerToWhatNobodyWroteIsNotAsExpected() throws SQLException {
    try (Database database = MySqlFixture.kitDatabase()) {
      String url = database.url() + (database.url().contains("?") ? "&" : "?");
      try (Connection connection =
          DriverManager.getConnection(
              url + "allowMultiQueries=true", database.user(), database.password())) {
        Sql nothing = Sql.of("DO 0", 0);
        Trip.Composer expected = new Trip.Composer();
        expected.run(nothing);
        Trip.Composer torn = new Trip.Composer();
        torn.run(Sql.of("DO 0; DO 0", 0));

        assertThat(expected.done().send(connection, nothing, nothing)).isTrue();
        assertThat(torn.done().send(connection, nothing, nothing)).isFalse();
      }
    }
  }

  private static ChangeSet.Builder large(String prefix, long basedOn) {
    ChangeSet.Builder set = ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH);
    for (int i = 0; i < ROWS; i++) {
      set.document(put(prefix + i, 0, LARGE));
    }
    set.entry(
        new JournalEntry(
            "kit_note",
            1,
            AttributeValues.builder(KitTypes.NOTE.attributes()).build(),
            Bytes.EMPTY));
    return set;
  }

  private static DocumentChange put(String key, long version, Bytes body) {
    AttributeValues values = AttributeValues.builder(KitTypes.ITEM.attributes()).build();
    return new DocumentChange(
        "kit_item", key, version, Optional.of(new DocumentChange.Content(1, values, body)));
  }

  private int stored(String... keys) {
    try (StoreView view = store.view(SHOP)) {
      return view.documents("kit_item", List.of(keys)).size();
    }
  }
}
