package io.jxc.api.sales;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import java.util.List;
import java.util.Optional;

/**
 * A sales return with its lines.
 *
 * @param summary all but the lines
 * @param lines in order of their numbers
 */
public record SalesReturn(SalesReturnSummary summary, List<Line> lines) {
  /** Copies the lines. */
  public SalesReturn {
    lines = List.copyOf(lines);
  }

  /** Returns the id. */
  public String id() {
    return summary.id();
  }

  /** Returns the number. */
  public String number() {
    return summary.number();
  }

  /**
   * A line of a return.
   *
   * @param lineNo its number within the return
   * @param orderLine number of the order's line that came back
   * @param item what came back
   * @param quantity as entered, in the item's unit
   * @param baseQuantity the same in base units
   * @param unitPrice price of one unit
   * @param taxRate rate of the tax
   * @param warehouse where the goods are now; absent for a service
   * @param amounts what is refunded for it
   * @param cost value the goods went to stock with; absent without {@code cost.view}
   */
  public record Line(
      int lineNo,
      Optional<Integer> orderLine,
      SalesOrderLine.Item item,
      Quantity quantity,
      Quantity baseQuantity,
      UnitPrice unitPrice,
      TaxRate taxRate,
      Optional<String> warehouse,
      LineAmounts amounts,
      Optional<Money> cost) {
    /** Made by the library. */
    @Internal
    public Line {}
  }
}
