package io.jxc.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import io.jxc.store.memory.MemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A store that is away makes callers hear so at once, and is asked again now and then. */
class GuardedStoreTest {
  private static final TenantId ACME = TenantId.of("acme");
  private static final Duration PAUSE = Duration.ofSeconds(6);

  private final MovingClock clock = new MovingClock(Shop.OPENING);
  private final FaultyStore faulty = new FaultyStore(MemoryStore.create());
  private final GuardedStore guarded = guard(faulty);

  /** A store that fails its reads when told to, and counts who asks. */
  private static final class FaultyStore extends ForwardingStore {
    Optional<Supplier<RuntimeException>> fault = Optional.empty();
    int asked;

    FaultyStore(JxcStore store) {
      super(store);
    }

    @Override
    public StoreView view(TenantId tenant) {
      asked++;
      if (fault.isPresent()) {
        throw fault.get().get();
      }
      return super.view(tenant);
    }
  }

  private GuardedStore guard(JxcStore store) {
    return new GuardedStore(store, clock, new ReadWatch(ReadWatch.LIMIT));
  }

  private static RuntimeException away() {
    return StorageException.passing("connection refused", new IOException());
  }

  private void read() {
    try (StoreView view = guarded.view(ACME)) {
      assertThat(view.documents("tenant", List.of("x"))).isEmpty();
    }
  }

  private void failTenTimes(Supplier<RuntimeException> fault) {
    faulty.fault = Optional.of(fault);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(this::read).isNotInstanceOf(UnavailableException.class);
    }
  }

  private static void refusedAtOnce(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> {
              assertThat(e.errorCode()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
              assertThat(e.code()).isEqualTo("unavailable.store");
              assertThat(e.retryable()).isTrue();
            });
  }

  @Test
  void aStoreThatIsAwayIsNotAskedAgainForAWhile() {
    guarded.register(Features.schema());
    failTenTimes(GuardedStoreTest::away);
    int asked = faulty.asked;

    for (int i = 0; i < 100; i++) {
      refusedAtOnce(this::read);
      refusedAtOnce(() -> guarded.head(ACME));
    }

    assertThat(faulty.asked).isEqualTo(asked);
  }

  @Test
  void probesFindOutWhetherItIsBack() {
    guarded.register(Features.schema());
    failTenTimes(GuardedStoreTest::away);
    clock.advance(PAUSE);
    for (int probe = 0; probe < 2; probe++) {
      assertThatThrownBy(this::read).isInstanceOf(StorageException.class);
    }
    refusedAtOnce(this::read);

    faulty.fault = Optional.empty();
    refusedAtOnce(this::read);
    clock.advance(PAUSE);
    for (int i = 0; i < 50; i++) {
      read();
    }
  }

  @Test
  void onlyAStoreThatMayComeBackCountsAsAway() {
    guarded.register(Features.schema());
    failTenTimes(() -> StorageException.failed("a broken page", new IOException()));
    failTenTimes(() -> new IllegalArgumentException("no such type"));
    failTenTimes(() -> StorageException.schema("newer"));

    faulty.fault = Optional.empty();
    read();
  }

  @Test
  void aSnapshotThatBreaksWhileItIsReadCountsAsWell() {
    JxcStore breaking =
        new ForwardingStore(MemoryStore.create()) {
          @Override
          public StoreView view(TenantId tenant) {
            return BreakingView.over(super.view(tenant), GuardedStoreTest::away);
          }
        };
    GuardedStore store = guard(breaking);
    store.register(Features.schema());
    for (int i = 0; i < 10; i++) {
      try (StoreView view = store.view(ACME)) {
        assertThatThrownBy(() -> view.documents("tenant", List.of("x")))
            .isInstanceOf(StorageException.class);
      }
    }

    refusedAtOnce(() -> store.view(ACME).close());
  }

  @Test
  void commitsAndTheirFateGoThroughWhateverReadsDo() {
    guarded.register(Features.schema());
    failTenTimes(GuardedStoreTest::away);
    refusedAtOnce(this::read);

    Commit commit =
        guarded.commit(ChangeSet.builder(ACME, 0, UUID.randomUUID(), Shop.OPENING).build());

    assertThat(commit).isInstanceOf(Commit.Committed.class);
    assertThat(guarded.block(ACME, new BlockRef.ById(UUID.randomUUID()))).isEmpty();
    assertThat(guarded.lease("sweep", "node", Duration.ofSeconds(1))).isPresent();
    assertThat(guarded.health().up()).isTrue();
  }

  @Test
  void commandsAndReadsHearOfItAndNothingIsLostWhenTheStoreIsBack() {
    try (Jxc jxc = Shop.open(faulty, options -> options.clock(clock)).jxc) {
      JxcSession root = jxc.as(Actor.of("acme", "root"));
      assertThatThrownBy(() -> jxc.as(Actor.of("acme", "ben")).tenant().settings())
          .isInstanceOf(AccessDeniedException.class);
      faulty.fault = Optional.of(GuardedStoreTest::away);
      GrantRoles grant = GrantRoles.to("ann", "sales");
      int before = faulty.asked;
      for (int i = 0; i < 40; i++) {
        assertThatThrownBy(() -> root.tenant().settings())
            .isInstanceOfSatisfying(JxcException.class, e -> assertThat(e.retryable()).isTrue());
      }
      assertThat(faulty.asked - before).as("asked before it gave up").isLessThanOrEqualTo(20);
      refusedAtOnce(() -> root.tenant().settings());
      refusedAtOnce(() -> root.access().grant(grant));

      faulty.fault = Optional.empty();

      assertThat(onceItIsAskedAgain(() -> root.access().grant(grant)).roles())
          .containsExactly("sales");
      assertThat(root.inventory().verify().ok()).isTrue();
      assertThat(root.audit().verify().ok()).isTrue();
    }
  }

  /** The pause goes by a clock that nobody can move: the caller tries again, as hosts do. */
  private static <T> T onceItIsAskedAgain(Supplier<T> call) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        return call.get();
      } catch (UnavailableException pausing) {
        if (System.nanoTime() > end) {
          throw pausing;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
