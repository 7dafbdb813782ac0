package io.jxc.core.internal.feed;

import io.jxc.api.JxcSession;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.event.AccessEvent;
import io.jxc.spi.JxcListener;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a listener may do to those around it, whenever it hears that the role of a user changed. */
enum Mischief {
  THROWS("java.lang.IllegalStateException: always") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      throw new IllegalStateException("always");
    }
  },
  THROWS_AN_ERROR("java.lang.AssertionError: always") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      throw new AssertionError("always");
    }
  },
  OVERFLOWS("java.lang.StackOverflowError") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      throw new StackOverflowError();
    }
  },
  RUNS_OUT_OF_MEMORY("java.lang.OutOfMemoryError: always") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      throw new OutOfMemoryError("always");
    }
  },
  THROWS_THE_UNPRINTABLE("that cannot be printed") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      throw new Unprintable();
    }
  },
  KILLS_ITS_THREAD("java.lang.ThreadDeath") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      Thread.currentThread().interrupt();
      throw new ThreadDeath();
    }
  },
  HANGS("java.util.concurrent.TimeoutException") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      await(world.end());
    }
  },
  IS_DEAF_TO_INTERRUPTS("java.lang.IllegalStateException: at last") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      awaitWhateverHappens(world.end(), world.ignored());
      throw new IllegalStateException("at last");
    }
  },
  CHANGES_WHAT_IT_GOT("java.lang.UnsupportedOperationException") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      event.after().clear();
    }
  },
  WAITS_FOR_ANOTHER_LISTENER("") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      await(world.othersHeard());
    }
  },
  CALLS_THE_LIBRARY_AGAIN("") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      world.root().get().access().grant(GrantRoles.to(event.user(), "sales", "warehouse"));
    }
  },
  FLOODS("") {
    @Override
    void act(World world, AccessEvent.RolesChanged event) {
      if (event.user().equals(FIRST_USER)) {
        for (int i = 0; i < FLOOD; i++) {
          world.root().get().access().grant(GrantRoles.to("flood-" + i, "sales"));
        }
      }
    }
  };

  static final String USER = "user-";
  static final String FIRST_USER = USER + 0;
  static final int FLOOD = 300;

  private final String parkedFor;

  /**
   * What the mischievous know.
   *
   * @param root speaks for the admin
   * @param othersHeard opened when another listener has heard of the first user
   * @param end opened when they may come to an end
   * @param ignored opened when an interrupt was ignored
   * @param calls how often they were called
   */
  record World(
      Supplier<JxcSession> root,
      CountDownLatch othersHeard,
      CountDownLatch end,
      CountDownLatch ignored,
      AtomicInteger calls) {}

  /** Cannot even be written to a log. */
  private static final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even that");
    }
  }

  Mischief(String parkedFor) {
    this.parkedFor = parkedFor;
  }

  abstract void act(World world, AccessEvent.RolesChanged event);

  /** Returns what is on record of an event that is given up; empty when it comes to no harm. */
  Optional<String> parkedFor() {
    return Optional.of(parkedFor).filter(text -> !text.isEmpty());
  }

  /** Returns a listener that does it. */
  JxcListener in(World world) {
    return event -> {
      if (event instanceof AccessEvent.RolesChanged changed
          && changed.user().startsWith(USER)
          && changed.before().isEmpty()) {
        world.calls().incrementAndGet();
        act(world, changed);
      }
    };
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitWhateverHappens(CountDownLatch latch, CountDownLatch ignored) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        ignored.countDown();
      }
    }
  }
}
