package io.jxc.examples.bench;

import io.jxc.Jxc;
import io.jxc.examples.Stores;
import io.jxc.examples.bench.naive.NaiveDatabase;
import io.jxc.examples.bench.naive.NaiveShop;
import io.jxc.spi.store.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens both sides on the same kind of store. On a server they share the tables, each with a tenant
 * of its own; an embedded database is opened by one owner, so there each side has a folder.
 */
final class Sides implements AutoCloseable {
  private final JxcSide jxc;
  private final Optional<Side> naive;

  private Sides(JxcSide jxc, Optional<Side> naive) {
    this.jxc = jxc;
    this.naive = naive;
  }

  /** Opens them, with new tenants that have goods to sell. */
  static Sides open(Settings settings) {
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    if (settings.onServer()) {
      return onServer(settings, "bench-" + run);
    } else if (settings.onH2()) {
      return onH2(settings, "bench-" + run);
    }
    return new Sides(
        new JxcSide(
            Stores.open(settings.store(), settings.user(), settings.password()),
            Meters.none(),
            "bench-" + run,
            settings.goods()),
        Optional.empty());
  }

  private static Sides onServer(Settings settings, String tenant) {
    NaiveDatabase database =
        NaiveDatabase.server(
            settings.store(),
            settings.user().orElse("root"),
            settings.password().orElse(""),
            settings.naiveConnections());
    JxcSide jxc =
        new JxcSide(
            Stores.open(settings.store(), settings.user(), settings.password()),
            Meters.server(database.jdbi()),
            tenant,
            settings.goods());
    String other = tenant + "-naive";
    Setup.furnish(jxc.jxc(), other, settings.goods());
    NaiveShop.open(database, other);
    return new Sides(
        jxc,
        Optional.of(
            new NaiveSide(
                new NaiveShop(database, other, Setup::name),
                other,
                Meters.server(database.jdbi()))));
  }

  private static Sides onH2(Settings settings, String tenant) {
    Path folder = Path.of(settings.store().substring(3)).toAbsolutePath().normalize();
    boolean synced = settings.durability() == Durability.POWER_LOSS;
    // the address under which the store of a folder opens its database in this process
    String address = "jdbc:h2:jxc:" + path(folder.resolve("jxc")) + "/jxc";
    JxcSide jxc =
        new JxcSide(
            store(settings, folder.resolve("jxc")), Meters.h2(address), tenant, settings.goods());
    Path other = folder.resolve("naive");
    try (Jxc furnishing = Jxc.builder().store(store(settings, other)).build()) {
      Setup.furnish(furnishing, tenant, settings.goods());
    }
    String url = "jdbc:h2:" + path(other) + "/jxc";
    NaiveDatabase database =
        NaiveDatabase.h2(
            url
                + ";LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE="
                + Runtime.getRuntime().maxMemory() / 6 / 1024
                + (synced ? "" : ";WRITE_DELAY=0"),
            settings.naiveConnections(),
            synced);
    NaiveShop.open(database, tenant);
    return new Sides(
        jxc,
        Optional.of(
            new NaiveSide(new NaiveShop(database, tenant, Setup::name), tenant, Meters.h2(url))));
  }

  private static io.jxc.spi.store.JxcStore store(Settings settings, Path folder) {
    return Stores.open("h2:" + folder, settings.user(), settings.password(), settings.durability());
  }

  private static String path(Path folder) {
    return folder.toString().replace('\\', '/');
  }

  /** Returns JXC, and the hand-written side where there is one. */
  List<Side> all() {
    return naive.map(other -> List.<Side>of(jxc, other)).orElseGet(() -> List.of(jxc));
  }

  @Override
  public void close() {
    try {
      naive.ifPresent(Side::close);
    } finally {
      jxc.close();
    }
  }
}
