package io.jxc.examples.trips;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.tenant.NewTenant;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.WatchedConnections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Two nodes on one server, the first of which tells how often it goes there. */
final class TwoNodes implements AutoCloseable {
  /** Trips under the tenant's lock, by the names of what was counted; the most where repeated. */
  final Map<String, Integer> trips = new TreeMap<>();

  /** The administrator at the node that is watched. */
  final JxcSession here;

  /** The same at the other node. */
  final JxcSession elsewhere;

  private static final String LOCK = "FOR UPDATE";

  private final TestDatabases.Database database = TestDatabases.fresh();
  private final Source source = new Source(database);
  private final Jxc watched =
      Jxc.builder().store(JdbcStore.using(source).migrate().build()).build();
  private final Jxc other =
      Jxc.builder().store(JdbcStore.using(new Source(database)).build()).build();
  private int warehouses;

  /** Notes what is executed. */
  private static final class Source extends WatchedConnections {
    private final List<String> executed = new ArrayList<>();
    private final AtomicReference<Runnable> underLock = new AtomicReference<>(() -> {});

    Source(TestDatabases.Database database) {
      super(
          database.url() + (database.url().contains("?") ? "&" : "?") + "allowMultiQueries=true",
          database.user(),
          database.password());
    }

    @Override
    protected synchronized void before(String what) {
      executed.add(what);
    }

    @Override
    protected void after(String what) {
      if (what.contains(LOCK)) {
        underLock.getAndSet(() -> {}).run();
      }
    }

    synchronized List<String> take() {
      List<String> taken = List.copyOf(executed);
      executed.clear();
      return taken;
    }
  }

  TwoNodes() {
    watched.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));
    here = here("root");
    elsewhere = elsewhere("root");
    here.inventory().createWarehouse(CreateWarehouse.of("KNOWN").build());
    for (int i = 0; i < 2; i++) {
      // the second time it knows what it needs, and finds that the head has moved when it commits:
      // from then on it decides under the lock, as long as others commit in between
      Warehouse known = here.inventory().warehouse("KNOWN");
      here.inventory().updateWarehouse(UpdateWarehouse.of(known).name("seen " + i).build());
      commitElsewhere();
    }
  }

  private void commitElsewhere() {
    elsewhere.inventory().createWarehouse(CreateWarehouse.of("W-" + warehouses++).build());
  }

  /** Returns the session of somebody else at the node that is watched. */
  JxcSession here(String user) {
    return watched.as(Actor.of("acme", user));
  }

  /** The same at the other node. */
  JxcSession elsewhere(String user) {
    return other.as(Actor.of("acme", user));
  }

  /** Sends a command right after another node's commit, and counts. */
  void count(String name, Consumer<JxcSession> command) {
    trips.merge(name, underLock(command).size(), Math::max);
  }

  /** Does the same, and returns what went to the server from lock to commit. */
  List<String> underLock(Consumer<JxcSession> command) {
    commitElsewhere();
    source.take();
    command.accept(here);
    List<String> executed = source.take();
    int end = executed.lastIndexOf("commit");
    if (executed.indexOf("commit") != end) {
      throw new AssertionError("more than one commit: " + executed);
    }
    int begin = end;
    while (begin >= 0 && !executed.get(begin).contains(LOCK)) {
      begin--;
    }
    return executed.subList(begin, end + 1);
  }

  /** Returns what has gone to the server since. */
  List<String> since() {
    return source.take();
  }

  /** Lets something happen once, when the node that is watched has got the lock the next time. */
  void atLock(Runnable work) {
    source.underLock.set(work);
  }

  @Override
  public void close() {
    watched.close();
    other.close();
    database.close();
  }
}
