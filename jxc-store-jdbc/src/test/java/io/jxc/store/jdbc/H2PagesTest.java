package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * H2 reads a page from an index and stops: the time of a page does not depend on how many rows
 * stand behind it.
 */
class H2PagesTest {
  private static final TenantId SHOP = TenantId.of("shop");
  private static final int ROWS = 30;

  @Test
  void everyPageIsReadFromAnIndex() throws SQLException {
    try (KitDatabase database = KitDatabase.h2()) {
      WatchedSource source = new WatchedSource(database.pool().getJdbcUrl(), "jxc", "");
      try (JdbcStore store = JdbcStore.using(source).build()) {
        store.register(KitTypes.SCHEMA);
        fill(store);
        source.takeExecuted();
        read(store);
        List<String> pages =
            source.takeExecuted().stream().filter(sql -> sql.contains("LIMIT ?")).toList();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(40);
        try (Connection connection = source.getConnection()) {
          for (String sql : pages) {
            assertThat(plan(connection, sql)).as(sql).contains("/* index sorted */");
          }
        }
      }
    }
  }

  private static void fill(JdbcStore store) {
    ChangeSet.Builder set = ChangeSet.builder(SHOP, 0, UUID.randomUUID(), Instant.EPOCH);
    for (int i = 0; i < ROWS; i++) {
      KitRows.sale(set, "k" + i, 0);
      KitRows.further(set, "k" + i, 0);
    }
    assertThat(store.commit(set.build())).isInstanceOf(Commit.Committed.class);
  }

  private static void read(JdbcStore store) {
    store.block(SHOP, new BlockRef.BySequence(1));
    try (StoreView view = store.view(SHOP)) {
      view.journal(Set.of(), 0, 10);
      view.journal(Set.of(KitTypes.NOTE.name()), 0, 10);
      view.journal(Set.of(KitTypes.MOVEMENT.name()), 0, 10);
      for (DocumentType type : List.of(KitTypes.ORDER, KitTypes.ITEM)) {
        view.documentRange(type.name(), "k", "k1", 10);
        type.indexes()
            .forEach(
                index -> {
                  view.indexRange(type.name(), index.name(), "", false, 10);
                  view.indexRange(type.name(), index.name(), "x", true, 10);
                });
        list(view, Source.DOCUMENTS, type.name(), type.attributes(), type.listings());
      }
      KitTypes.ORDER
          .lines()
          .ifPresent(
              lines -> list(view, Source.LINES, "kit_order", lines.attributes(), lines.listings()));
      for (JournalType type : List.of(KitTypes.MOVEMENT, KitTypes.NOTE)) {
        list(view, Source.JOURNAL, type.name(), type.attributes(), type.listings());
      }
      view.aggregate(
          AggregateQuery.of(Source.DOCUMENTS, KitTypes.ITEM.name())
              .measure(Measure.count())
              .build());
    }
  }

  /** Reads first and later pages, forwards and backwards. */
  private static void list(
      StoreView view, Source source, String type, AttributeLayout layout, List<Listing> listings) {
    for (Listing listing : listings) {
      for (boolean descending : new boolean[] {false, true}) {
        ListQuery.Builder query = ListQuery.of(source, type, listing.name()).limit(3);
        listing.equality().forEach(name -> query.equal(value(layout, name)));
        if (descending) {
          query.descending();
        }
        view.list(query.build());
        List<Object> sort = listing.sort().stream().map(name -> value(layout, name)).toList();
        query.after(Optional.of(new Slice.Position(sort, tie(source))));
        view.list(query.build());
      }
    }
  }

  private static String tie(Source source) {
    return switch (source) {
      case DOCUMENTS -> "k1";
      case LINES -> "k1" + Names.SEPARATOR + "1";
      case JOURNAL -> "1";
      case BALANCES -> throw new IllegalArgumentException("balances have no listings");
    };
  }

  private static Object value(AttributeLayout layout, String name) {
    return switch (layout.attribute(name).kind()) {
      case CODE, TEXT -> "k1";
      case INTEGER -> 1L;
      case DECIMAL -> BigDecimal.ONE;
      case INSTANT -> Instant.EPOCH;
      case DATE -> LocalDate.EPOCH;
    };
  }

  private static String plan(Connection connection, String sql) throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
      int places = explain.getParameterMetaData().getParameterCount();
      for (int place : IntStream.rangeClosed(1, places).toArray()) {
        explain.setObject(place, null);
      }
      try (ResultSet plan = explain.executeQuery()) {
        assertThat(plan.next()).isTrue();
        return plan.getString(1);
      }
    }
  }
}
