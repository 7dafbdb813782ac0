package io.jxc.examples.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.InventoryEvent.GoodsIssued;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.tenant.NewTenant;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.HostTransaction;
import io.jxc.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Commands in transactions of an application: plain JDBC, Spring's manager, JTA. */
class HostTransactionTest {
  private static final long PATIENCE_SECONDS = 30;

  /** The host fails, and its transaction is rolled back. */
  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Arguments> hosts() {
    return Stream.<Supplier<Place>>of(Place::h2, Place::mysql)
        .flatMap(
            place ->
                Stream.<Function<Place, Host>>of(PlainHost::new, SpringHost::new, JtaHost::new)
                    .map(host -> Arguments.of(place, host)));
  }

  /** An application, its rows, and JXC with ten TEA in MAIN. */
  private record World(Place place, Host host, Jxc jxc, BlockingQueue<JxcEvent> heard)
      implements AutoCloseable {
    static World open(Supplier<Place> places, Function<Place, Host> hosts) throws SQLException {
      Place place = places.get();
      Host host = hosts.apply(place);
      execute(host, "CREATE TABLE basket (id INT PRIMARY KEY)");
      BlockingQueue<JxcEvent> heard = new LinkedBlockingQueue<>();
      JdbcStore store =
          JdbcStore.using(new PlainHost(place).pool())
              .durability(Durability.PROCESS_CRASH)
              .migrate()
              .build();
      Jxc jxc =
          Jxc.builder()
              .store(store)
              .listener(
                  event -> {
                    if (event instanceof GoodsIssued) {
                      heard.add(event);
                    }
                  })
              .build();
      jxc.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
      World world = new World(place, host, jxc, heard);
      world.root().inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      world.root().catalog().create(CreateProduct.goods("TEA").build());
      world.root().inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "10", "6.00").build());
      return world;
    }

    JxcSession root() {
      return jxc.as(Actor.of("acme", "root"));
    }

    JxcSession joined(Connection connection) {
      return root().joining(HostTransaction.of(connection));
    }

    String onHand() {
      return root().inventory().stock("TEA").total().onHand().toString();
    }

    long baskets() throws SQLException {
      try (Connection connection = host.pool().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM basket")) {
        row.next();
        return row.getLong(1);
      }
    }

    /** Requires that stock is what was recorded, and the chain whole. */
    void requireExact(String onHand) {
      assertThat(onHand()).isEqualTo(onHand);
      assertThat(root().inventory().verify().differences()).isEmpty();
      assertThat(root().audit().verify().firstBad()).isEmpty();
    }

    @Override
    public void close() {
      jxc.close();
      host.close();
      place.close();
    }
  }

  private static void execute(Host host, String sql) throws SQLException {
    try (Connection connection = host.pool().getConnection()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static IssueGoods issue(String quantity) {
    return IssueGoods.from("MAIN").reason("sold").line("TEA", quantity).build();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void whatTheHostCommitsIsSeenAndHeardFromThenOn(
      Supplier<Place> place, Function<Place, Host> hosts) throws Exception {
    try (World world = World.open(place, hosts)) {
      world
          .host()
          .inTransaction(
              connection -> {
                execute(connection, "INSERT INTO basket VALUES (1)");
                JxcSession joined = world.joined(connection);
                joined.inventory().issue(issue("4"));
                joined.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "1", "6").build());
                joined.inventory().issue(issue("7")); // of the 7 that are left with the first two
                assertThat(world.onHand()).as("as others see it").isEqualTo("10");
                assertThat(world.heard()).isEmpty();
              });
      assertThat(world.baskets()).isEqualTo(1);
      assertThat(world.heard().poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      assertThat(world.heard().poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      world.requireExact("0");
      assertThatThrownBy(() -> world.root().inventory().issue(issue("1")))
          .as("nothing that was cached before counts")
          .isInstanceOf(InsufficientStockException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void whatTheHostRollsBackWasNever(Supplier<Place> place, Function<Place, Host> hosts)
      throws Exception {
    try (World world = World.open(place, hosts)) {
      IssueGoods issue = issue("4");
      assertThatThrownBy(
              () ->
                  world
                      .host()
                      .inTransaction(
                          connection -> {
                            execute(connection, "INSERT INTO basket VALUES (1)");
                            world.joined(connection).inventory().issue(issue);
                            throw new Changed();
                          }))
          .isInstanceOf(Changed.class);
      assertThat(world.baskets()).isZero();
      world.requireExact("10");
      world.root().inventory().issue(issue); // the same request: it was never done
      world.host().inTransaction(connection -> world.joined(connection).inventory().issue(issue));
      world.requireExact("6");
      assertThat(world.heard().poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      assertThat(world.heard()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void whatIsRefusedLeavesTheHostsWorkAsItIs(Supplier<Place> place, Function<Place, Host> hosts)
      throws Exception {
    try (World world = World.open(place, hosts)) {
      world
          .host()
          .inTransaction(
              connection -> {
                execute(connection, "INSERT INTO basket VALUES (1)");
                JxcSession joined = world.joined(connection);
                joined.inventory().issue(issue("4"));
                assertThatThrownBy(() -> joined.inventory().issue(issue("7")))
                    .isInstanceOf(InsufficientStockException.class);
                execute(connection, "INSERT INTO basket VALUES (2)");
                joined.inventory().issue(issue("5"));
              });
      assertThat(world.baskets()).isEqualTo(2);
      world.requireExact("1");
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void othersWaitForTheHostsEndAndDecideOnWhatIsThereThen(
      Supplier<Place> place, Function<Place, Host> hosts) throws Exception {
    try (World world = World.open(place, hosts)) {
      CompletableFuture<Object> other = new CompletableFuture<>();
      world
          .host()
          .inTransaction(
              connection -> {
                world.joined(connection).inventory().issue(issue("6"));
                other.completeAsync(
                    () ->
                        catchThrowableOfType(
                            InsufficientStockException.class,
                            () -> world.root().inventory().issue(issue("5"))));
                assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
              });
      assertThat(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              InsufficientStockException.class,
              refused -> assertThat(refused.available()).hasToString("4"));
      world.requireExact("4");
    }
  }

  @Test
  void aTransactionAwarePoolOfSpringIsNoStore() {
    try (Place place = Place.h2();
        SpringHost host = new SpringHost(place)) {
      StorageException refused =
          catchThrowableOfType(
              StorageException.class,
              () -> JdbcStore.using(new TransactionAwareDataSourceProxy(host.pool())).build());
      assertThat(refused.code()).isEqualTo("storage.misconfigured");
      assertThat(refused).hasMessageContaining("transaction-aware");
    }
  }

  @Test
  void aPoolThatJoinsTransactionsByItselfIsRefusedWithinOne() throws Exception {
    try (Place place = Place.h2();
        JtaHost host = new JtaHost(place);
        JdbcStore store =
            JdbcStore.using(host.pool()).durability(Durability.PROCESS_CRASH).migrate().build();
        Jxc jxc = Jxc.builder().store(store).build()) {
      jxc.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
      JxcSession root = jxc.as(Actor.of("acme", "root"));
      root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      host.inTransaction(
          connection -> {
            StorageException refused =
                catchThrowableOfType(
                    StorageException.class,
                    () -> root.inventory().createWarehouse(CreateWarehouse.of("SHOP").build()));
            assertThat(refused.code()).isEqualTo("storage.misconfigured");
            root.joining(HostTransaction.of(connection))
                .inventory()
                .createWarehouse(CreateWarehouse.of("SHOP").build());
          });
      assertThat(root.audit().verify().firstBad()).isEmpty();
    }
  }
}
