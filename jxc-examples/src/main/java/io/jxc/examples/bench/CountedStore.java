package io.jxc.examples.bench;

import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Counts what is committed on its way into a store. A proxy, so that it hands on whatever the
 * interface has, with the answers of the store behind it.
 */
final class CountedStore {
  private final LongAdder commits = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final LongAdder entries = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final JxcStore store;

  CountedStore(JxcStore behind) {
    this.store =
        (JxcStore)
            Proxy.newProxyInstance(
                JxcStore.class.getClassLoader(),
                new Class<?>[] {JxcStore.class},
                (proxy, method, arguments) -> call(behind, method, arguments));
  }

  /** Returns the store that counts. */
  JxcStore store() {
    return store;
  }

  /** Returns what was committed so far. */
  Side.Written written() {
    return new Side.Written(commits.sum(), rows.sum());
  }

  /** Returns how many journal rows were committed so far. */
  long entries() {
    return entries.sum();
  }

  /** Returns the longest time that a commit has taken, and with it the longest hold of a head. */
  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  private Object call(JxcStore behind, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("commit") && arguments[0] instanceof ChangeSet changes) {
      return timed(() -> behind.commit(changes), changes);
    }
    if (method.getName().equals("prepare") && arguments[0] instanceof ChangeSet changes) {
      PreparedCommit prepared = behind.prepare(changes);
      return (PreparedCommit) () -> timed(prepared, changes);
    }
    if (method.getName().equals("commitLocked")) {
      return locked(behind, arguments);
    }
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private Commit timed(PreparedCommit commit, ChangeSet changes) {
    long from = System.nanoTime();
    Commit answer = commit.commit();
    longest.accumulate(System.nanoTime() - from);
    return counted(answer, changes);
  }

  @SuppressWarnings("unchecked")
  private Commit locked(JxcStore behind, Object[] arguments) {
    Function<StoreView, ChangeSet> decide = (Function<StoreView, ChangeSet>) arguments[1];
    ChangeSet[] decided = new ChangeSet[1];
    long from = System.nanoTime();
    Commit commit =
        behind.commitLocked(
            (io.jxc.api.TenantId) arguments[0], view -> decided[0] = decide.apply(view));
    longest.accumulate(System.nanoTime() - from);
    return counted(commit, decided[0]);
  }

  private Commit counted(Commit commit, ChangeSet changes) {
    if (commit instanceof Commit.Committed && !changes.isEmpty()) {
      commits.increment();
      entries.add(changes.entries().size());
      // the block and the head besides what was decided
      rows.add(
          2L
              + changes.documents().size()
              + changes.lines().size()
              + changes.indexes().size()
              + changes.balances().size()
              + changes.entries().size());
    }
    return commit;
  }
}
