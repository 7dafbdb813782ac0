package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import org.jspecify.annotations.Nullable;

/** A view that is opened only when something must be read. */
final class LazyView implements AutoCloseable {
  private final JxcStore store;
  private final TenantId tenant;
  private @Nullable StoreView view;

  LazyView(JxcStore store, TenantId tenant) {
    this.store = store;
    this.tenant = tenant;
  }

  StoreView open() {
    StoreView open = view;
    if (open == null) {
      open = store.view(tenant);
      view = open;
    }
    return open;
  }

  boolean isOpen() {
    return view != null;
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
