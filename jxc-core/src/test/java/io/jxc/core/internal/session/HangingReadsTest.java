package io.jxc.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.store.memory.MemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A read that never ends must not keep its caller for ever. */
@Timeout(120)
class HangingReadsTest {
  private static final TenantId ACME = TenantId.of("acme");
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final MovingClock clock = new MovingClock(Shop.OPENING);
  private final MemoryStore sound = MemoryStore.create();
  private final HangingStore store = new HangingStore(sound);
  private final ReadWatch watch = new ReadWatch(LIMIT);
  private final GuardedStore guarded = new GuardedStore(store, clock, watch);

  /** A store whose reads of one name hang, until they are let go or interrupted. */
  private static final class HangingStore extends ForwardingStore {
    private final JxcStore store;
    private final CountDownLatch forever = new CountDownLatch(1);
    final Semaphore interrupts = new Semaphore(0);
    volatile String hanging = "";
    volatile boolean deaf;

    HangingStore(JxcStore store) {
      super(ForwardingStore.outlasting(store));
      this.store = store;
    }

    private void pass(String read) {
      boolean interrupted = false;
      while (read.equals(hanging)) {
        try {
          forever.await();
          return;
        } catch (InterruptedException e) {
          if (!interrupted) {
            interrupts.release();
          }
          interrupted = true;
          if (!deaf) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
          }
        }
      }
    }

    private StoreView over(StoreView view) {
      return (StoreView)
          Proxy.newProxyInstance(
              StoreView.class.getClassLoader(),
              new Class<?>[] {StoreView.class},
              (proxy, method, arguments) -> {
                pass(method.getName());
                try {
                  return method.invoke(view, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public StoreView view(TenantId tenant) {
      pass("view");
      return over(store.view(tenant));
    }

    @Override
    public Head head(TenantId tenant) {
      pass("store.head");
      return store.head(tenant);
    }

    @Override
    public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
      return store.commitLocked(tenant, view -> decide.apply(over(view)));
    }
  }

  @AfterEach
  void close() {
    store.forever.countDown();
    guarded.close();
    sound.close();
  }

  private static void cutOff(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown)
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> {
              assertThat(e.errorCode()).isEqualTo(ErrorCode.DEADLINE);
              assertThat(e.arguments()).containsEntry("limit", LIMIT.toString());
              assertThat(e.retryable()).isTrue();
            });
    assertThat(Thread.interrupted()).as("the interrupt is nobody's business").isFalse();
  }

  private void watched() {
    guarded.register(Features.schema());
    watch.start();
  }

  private void read() {
    try (StoreView view = guarded.view(ACME)) {
      assertThat(view.documents("tenant", List.of("x"))).isEmpty();
    }
  }

  private static final Map<String, Consumer<StoreView>> READS =
      Map.of(
          "head", StoreView::head,
          "documents", view -> view.documents("product", List.of("x")),
          "lines", view -> view.lines("sales_order", List.of("x"), 1, 1),
          "documentRange", view -> view.documentRange("product", "", "", 1),
          "indexRange", view -> view.indexRange("product", "barcode", "x", true, 1),
          "balanceRange", view -> view.balanceRange("stock", List.of(List.of("x")), 1),
          "list",
              view ->
                  view.list(
                      ListQuery.of(Source.DOCUMENTS, "product", "by_created").limit(1).build()),
          "journal", view -> view.journal(Set.of(), 0, 1),
          "aggregate",
              view ->
                  view.aggregate(
                      AggregateQuery.of(Source.JOURNAL, "movement")
                          .measure(Measure.sum("quantity"))
                          .build()),
          "close", view -> view.close());

  @Test
  void everyKindOfReadIsCutOff() {
    watched();
    READS.forEach(
        (name, read) -> {
          // one each: together they would open a breaker
          GuardedStore fresh = new GuardedStore(store, clock, watch);
          store.hanging = name;
          cutOff(() -> read(fresh, read));
          store.hanging = "";
          read(fresh, read);
        });
    store.hanging = "view";
    cutOff(this::read);
    store.hanging = "store.head";
    cutOff(() -> guarded.head(ACME));
    store.hanging = "documents";
    cutOff(
        () ->
            guarded.commitLocked(
                ACME,
                view -> {
                  view.documents("product", List.of("x"));
                  return ChangeSet.builder(ACME, 0, UUID.randomUUID(), Shop.OPENING).build();
                }));
  }

  private static void read(GuardedStore store, Consumer<StoreView> read) {
    try (StoreView view = store.view(ACME)) {
      read.accept(view);
    }
  }

  @Test
  void afterEnoughOfThemCallersAreRefusedAtOnceUntilTheStoreIsBack() {
    watched();
    store.hanging = "documents";
    for (int i = 0; i < 10; i++) {
      cutOff(this::read);
    }
    refusedAtOnce();

    store.hanging = "";
    refusedAtOnce();
    clock.advance(Duration.ofSeconds(6));
    for (int i = 0; i < 20; i++) {
      read();
    }
  }

  private void refusedAtOnce() {
    assertThat(catchThrowable(this::read))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
  }

  @Test
  void thoseThatHeedNoInterruptCountBeforeTheyEnd() throws InterruptedException {
    watched();
    store.deaf = true;
    store.hanging = "documents";
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      readers.add(new Thread(this::read));
    }
    readers.forEach(Thread::start);

    assertThat(store.interrupts.tryAcquire(10, 60, TimeUnit.SECONDS)).isTrue();
    refusedAtOnce();

    store.forever.countDown();
    for (Thread reader : readers) {
      reader.join();
    }
    clock.advance(Duration.ofSeconds(6));
    read();
  }

  @Test
  void anInterruptOfTheCallerStaysWithTheCaller() {
    watched();
    Thread.currentThread().interrupt();

    read();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void queriesAndCommandsOfAnInstanceAreAnswered() {
    try (Shop shop = Shop.open(ForwardingStore.outlasting(sound), options -> options);
        Jxc jxc = Jxc.builder().store(store).clock(clock).readLimit(LIMIT).build()) {
      shop.root().catalog().create(CreateProduct.goods("TEA").build());
      JxcSession root = jxc.as(Actor.of("acme", "root"));
      CreateProduct command = CreateProduct.goods("COFFEE").build();
      assertThat(root.catalog().get("TEA").sku()).isEqualTo("TEA");
      store.hanging = "documents";
      cutOff(() -> root.catalog().get("TEA"));
      cutOff(() -> root.catalog().create(command));

      store.hanging = "";

      assertThat(root.catalog().create(command).sku()).isEqualTo("COFFEE");
      assertThat(root.catalog().get("TEA").sku()).isEqualTo("TEA");
    }
  }
}
