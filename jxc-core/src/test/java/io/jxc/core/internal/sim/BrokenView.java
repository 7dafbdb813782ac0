package io.jxc.core.internal.sim;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.StoreView;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A snapshot that is lost in the middle, with its connection. */
final class BrokenView {
  private BrokenView() {}

  /** Shows a view for some reads, and fails all those behind them. */
  static StoreView after(int reads, StoreView view, Runnable strikes) {
    int[] left = {reads};
    return (StoreView)
        Proxy.newProxyInstance(
            StoreView.class.getClassLoader(),
            new Class<?>[] {StoreView.class},
            (proxy, method, arguments) -> {
              boolean reading =
                  !method.getName().equals("head") && !method.getName().equals("close");
              if (reading && --left[0] < 0) {
                strikes.run();
                throw StorageException.passing("connection reset", new IOException("reset"));
              }
              try {
                return method.invoke(view, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
