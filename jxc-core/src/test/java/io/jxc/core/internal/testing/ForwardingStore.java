package io.jxc.core.internal.testing;

import io.jxc.api.TenantId;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.function.Function;

/** Hands everything on to another store, commits under its lock, too. */
public class ForwardingStore extends io.jxc.tck.ForwardingStore {
  private final JxcStore store;

  /** Stands before a store. */
  public ForwardingStore(JxcStore store) {
    super(store);
    this.store = store;
  }

  /** Returns a store that does not end when the instance that uses it is closed. */
  public static JxcStore outlasting(JxcStore store) {
    return new ForwardingStore(store) {
      @Override
      public void close() {
        // somebody else still works with it
      }
    };
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return store.commitLocked(tenant, decide);
  }
}
