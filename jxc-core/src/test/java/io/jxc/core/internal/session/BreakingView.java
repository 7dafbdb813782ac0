package io.jxc.core.internal.session;

import io.jxc.spi.store.StoreView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A snapshot whose reads all fail, as after a lost connection; its head was read before. */
final class BreakingView {
  private BreakingView() {}

  static StoreView over(StoreView view, Supplier<RuntimeException> fault) {
    return (StoreView)
        Proxy.newProxyInstance(
            StoreView.class.getClassLoader(),
            new Class<?>[] {StoreView.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("close") && !method.getName().equals("head")) {
                throw fault.get();
              }
              try {
                return method.invoke(view, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
