package io.jxc.examples.bench;

import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.RequestIds;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.ReceiveGoods;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Single light commands of two tenants, first with nothing else going on, then while one of the two
 * receives goods of 10,000 lines and imports products.
 */
final class MixedBulk {
  private static final int RECEIPT_LINES = 10_000;
  private static final int IMPORT = 1_000;
  private static final int OTHER_PRODUCTS = 100;

  private final Settings settings;
  private final PrintWriter progress;
  private final JxcSide same;
  private final JxcSide other;
  private final LongAdder sameUnits = new LongAdder();
  private final LongAdder otherUnits = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder imported = new LongAdder();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean over;
  private final AtomicLong seed = new AtomicLong(1);

  /** What light commands came to, in one of the two situations. */
  private record Light(Figures same, Figures other) {
    Light() {
      this(new Figures(), new Figures());
    }
  }

  private MixedBulk(Settings settings, JxcSide jxc, PrintWriter progress) {
    this.settings = settings;
    this.progress = progress;
    this.same = jxc;
    this.other = jxc.tenant(jxc.tenant() + "-other", new Goods(OTHER_PRODUCTS));
  }

  /** Measures, and returns the report. */
  static Report run(Settings settings, Sides sides, PrintWriter progress) {
    MixedBulk bench = new MixedBulk(settings, sides.jxc(), progress);
    try {
      return bench.measured();
    } finally {
      bench.over = true;
      bench.threads.shutdownNow();
    }
  }

  private Report measured() {
    Light idle = new Light();
    Light bulk = new Light();
    lightly(new Light(), "warm-up", settings.pace().warmUp());
    for (int run = 1; run <= settings.pace().runs(); run++) {
      lightly(idle, "run " + run + " idle", settings.pace().run());
      List<Future<?>> work = startBulk();
      try {
        lightly(bulk, "run " + run + " bulk", settings.pace().run());
      } finally {
        over = true;
      }
      work.forEach(MixedBulk::await);
    }
    List<String> wrong = new ArrayList<>(same.books().check(sameUnits.sum(), -1));
    wrong.addAll(other.books().check(otherUnits.sum(), -1));
    wrong.forEach(this::say);
    return new Report(settings, wrong.isEmpty())
        .put("otherIdleP99Ms", idle.other().p99Ms())
        .put("otherBulkP99Ms", bulk.other().p99Ms())
        .put("otherRatio", bulk.other().p99Ms() / idle.other().p99Ms())
        .put("sameIdleP99Ms", idle.same().p99Ms())
        .put("sameBulkP99Ms", bulk.same().p99Ms())
        .put("sameRatio", bulk.same().p99Ms() / idle.same().p99Ms())
        .put("longestCommitMs", same.longestCommit().toNanos() / 1e6)
        .put("receivedLines", received.sum())
        .put("importedProducts", imported.sum())
        .exact();
  }

  /** Lets callers of both tenants send light commands at the same time. */
  private void lightly(Light into, String what, Duration time) {
    if (time.isZero()) {
      return;
    }
    Future<Load.Run> others = threads.submit(() -> light(other, otherUnits, time));
    Load.Run own = light(same, sameUnits, time);
    Load.Run theirs = await(others);
    into.same().add(own, new Side.Written(0, 0));
    into.other().add(theirs, new Side.Written(0, 0));
    say(
        String.format(
            Locale.ROOT,
            "%s: same tenant p50 %.2f p99 %.2f ms, other tenant p50 %.2f p99 %.2f ms",
            what,
            own.p50Ms(),
            own.p99Ms(),
            theirs.p50Ms(),
            theirs.p99Ms()));
  }

  private Load.Run light(JxcSide side, LongAdder units, Duration time) {
    return Load.during(
        settings.callers(),
        time,
        seed.addAndGet(settings.callers()),
        random -> {
          Goods goods = side.goods();
          boolean accepted = side.reserve(goods.sku(random.nextInt(goods.products())));
          units.add(accepted ? 1 : 0);
          return accepted;
        });
  }

  private List<Future<?>> startBulk() {
    over = false;
    return List.of(
        threads.submit(() -> repeat(this::receive)),
        threads.submit(() -> repeat(this::importSome)));
  }

  private void repeat(Runnable work) {
    while (!over) {
      work.run();
    }
  }

  private void receive() {
    JxcSession session = same.session();
    ReceiveGoods.Builder receipt = ReceiveGoods.into(Goods.WAREHOUSE);
    for (int i = 0; i < RECEIPT_LINES; i++) {
      receipt.line(same.goods().sku(i % same.goods().products()), "1", "6.00");
    }
    session.inventory().receive(receipt.build());
    received.add(RECEIPT_LINES);
  }

  private void importSome() {
    List<CreateProduct> products = new ArrayList<>(IMPORT);
    for (int i = 0; i < IMPORT; i++) {
      String sku = "I-" + RequestIds.next();
      products.add(CreateProduct.goods(sku).name(Setup.name(sku)).listPrice(Goods.PRICE).build());
    }
    same.session().catalog().createAll(products).forEach(Outcome::orThrow);
    imported.add(IMPORT);
  }

  private static <T> T await(Future<T> work) {
    try {
      return work.get(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("bulk work did not end in 5 minutes", e);
    }
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
