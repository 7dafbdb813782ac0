package io.jxc.examples.bench;

import io.jxc.Jxc;
import io.jxc.examples.Stores;
import io.jxc.examples.bench.naive.NaiveDatabase;
import io.jxc.examples.bench.naive.NaiveShop;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens both sides on the same kind of store. On a server they share the tables, each with a tenant
 * of its own; an embedded database is opened by one owner, so there each side has a folder.
 */
final class Sides implements AutoCloseable {
  private final Settings settings;
  private final Optional<DelayProxy> proxy;
  private final JxcSide jxc;
  private final Optional<NaiveSide> naive;

  /**
   * A server and how to get in.
   *
   * @param url its address
   * @param user user of the database
   * @param password password of the database
   * @param byHand how the hand-written side works
   */
  record Place(
      String url, Optional<String> user, Optional<String> password, Settings.ByHand byHand) {
    JxcStore store() {
      return Stores.open(url, user, password);
    }

    NaiveDatabase database(int connections) {
      return NaiveDatabase.server(url, user.orElse("root"), password.orElse(""), connections);
    }
  }

  private Sides(Settings settings) {
    this.settings = settings;
    requireDatabase(settings);
    this.proxy =
        settings.delay().isZero()
            ? Optional.empty()
            : Optional.of(new DelayProxy(settings.store(), settings.delay()));
    String tenant = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    this.jxc = jxc(tenant).furnish();
    try {
      this.naive = settings.work().compared() ? naive(tenant) : Optional.empty();
    } catch (RuntimeException e) {
      jxc.close();
      throw e;
    }
  }

  private static void requireDatabase(Settings settings) {
    boolean fits =
        switch (settings.work()) {
          case RESERVE_TWO_NODES -> settings.onServer();
          case INSERT_LIMIT -> settings.onServer() || settings.onH2();
          default -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          settings.work().label() + " needs a database, found --store '" + settings.store() + "'");
    }
  }

  /** Opens them, with new tenants that have goods to sell. */
  static Sides open(Settings settings) {
    return new Sides(settings);
  }

  /** Opens one side of a tenant that is furnished, for another process on the same server. */
  static Side join(Place place, String side, String tenant) {
    if (side.equals("jxc")) {
      return new JxcSide(place.store(), Meters.none(), tenant, new Goods(Goods.LEAST));
    }
    NaiveDatabase database = place.database(place.byHand().connections());
    return new NaiveSide(shop(database, tenant, place.byHand()), tenant, Meters.none());
  }

  private static NaiveShop shop(NaiveDatabase database, String tenant, Settings.ByHand byHand) {
    return new NaiveShop(database, tenant, Setup::name, byHand.stockLast());
  }

  private JxcSide jxc(String tenant) {
    if (settings.onServer()) {
      return new JxcSide(
          place().store(), Meters.server(() -> place().database(1)), tenant, settings.goods());
    } else if (settings.onH2()) {
      Path folder = folder("jxc");
      // the address under which the store of a folder opens its database in this process
      return new JxcSide(
          store(folder),
          Meters.h2("jdbc:h2:jxc:" + path(folder) + "/jxc"),
          tenant,
          settings.goods());
    }
    return new JxcSide(
        Stores.open(settings.store(), settings.user(), settings.password()),
        Meters.none(),
        tenant,
        settings.goods());
  }

  private Optional<NaiveSide> naive(String tenant) {
    String other = tenant + "-naive";
    if (settings.onServer()) {
      Setup.furnish(jxc.jxc(), other, settings.goods());
      NaiveDatabase database = place().database(settings.byHand().connections());
      NaiveShop.open(database, other);
      return Optional.of(
          new NaiveSide(
              shop(database, other, settings.byHand()),
              other,
              Meters.server(() -> place().database(1))));
    } else if (settings.onH2()) {
      try (Jxc furnishing = Jxc.builder().store(store(folder("naive"))).build()) {
        Setup.furnish(furnishing, other, settings.goods());
      }
      NaiveDatabase database = byHand(settings.byHand().connections());
      NaiveShop.open(database, other);
      return Optional.of(
          new NaiveSide(
              shop(database, other, settings.byHand()),
              other,
              Meters.h2("jdbc:h2:" + path(folder("naive")) + "/jxc")));
    }
    return Optional.empty();
  }

  private Place place() {
    return new Place(address(), settings.user(), settings.password(), settings.byHand());
  }

  /** Returns the address of the server, behind the proxy where there is one. */
  String address() {
    return proxy.map(DelayProxy::url).orElse(settings.store());
  }

  private Path folder(String side) {
    return Path.of(settings.store().substring(3)).toAbsolutePath().normalize().resolve(side);
  }

  private static String path(Path folder) {
    return folder.toString().replace('\\', '/');
  }

  private JxcStore store(Path folder) {
    return Stores.open("h2:" + folder, settings.user(), settings.password(), settings.durability());
  }

  private NaiveDatabase byHand(int connections) {
    boolean synced = settings.durability() == Durability.POWER_LOSS;
    return NaiveDatabase.h2(
        "jdbc:h2:"
            + path(folder("naive"))
            + "/jxc;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE="
            + Runtime.getRuntime().maxMemory() / 24 / 1024
            + (synced ? "" : ";WRITE_DELAY=0"),
        connections,
        synced);
  }

  /** Opens the database for one connection that only inserts; it has the tables of JXC. */
  NaiveDatabase inserting() {
    if (settings.onServer()) {
      return place().database(1);
    }
    // makes the tables
    Jxc.builder().store(store(folder("naive"))).build().close();
    return byHand(1);
  }

  /** Returns JXC, and the hand-written side where there is one. */
  List<Side> all() {
    return naive.map(other -> List.<Side>of(jxc, other)).orElseGet(() -> List.of(jxc));
  }

  JxcSide jxc() {
    return jxc;
  }

  @Override
  public void close() {
    try {
      naive.ifPresent(Side::close);
    } finally {
      try {
        jxc.close();
      } finally {
        proxy.ifPresent(DelayProxy::close);
      }
    }
  }
}
