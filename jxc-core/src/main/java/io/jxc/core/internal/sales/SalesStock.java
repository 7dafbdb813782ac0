package io.jxc.core.internal.sales;

import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What sales ask of stock. */
final class SalesStock {
  static final String DEFAULT_WAREHOUSE = "MAIN";

  private SalesStock() {}

  static void want(View view, Collection<String> codes) {
    throw new UnsupportedOperationException();
  }

  static Set<String> existing(View view, Collection<String> codes) {
    throw new UnsupportedOperationException();
  }

  static void claim(Changes changes, Context context, Order order) {
    throw new UnsupportedOperationException();
  }

  static boolean available(Changes changes, Context context, Order order) {
    throw new UnsupportedOperationException();
  }

  static void release(Changes changes, Context context, SalesOrderDocument head) {
    throw new UnsupportedOperationException();
  }

  static List<BigDecimal> issue(
      Changes changes, Context context, SalesOrderDocument head, Shipping.Dispatch dispatch) {
    throw new UnsupportedOperationException();
  }

  static List<BigDecimal> restock(
      Changes changes, Context context, SalesReturnDocument document, List<Incoming> incoming) {
    throw new UnsupportedOperationException();
  }
}
