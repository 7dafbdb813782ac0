package io.jxc.core.internal.sales;

import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import java.time.LocalDate;

/** Numbers of orders and returns. */
final class SalesNumbers {
  private SalesNumbers() {}

  static String order(Changes changes, Context context, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  static String salesReturn(Changes changes, Context context, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
