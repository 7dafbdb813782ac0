package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.sales.ShipOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of an order's line.
 *
 * @param line the line
 * @param item the part as it was entered
 */
record Part(OrderLineDocument line, Item item) {
  /** Returns the part in base units. */
  Quantity quantity() {
    return item.baseQuantity();
  }

  /**
   * Returns the parts that a command names.
   *
   * @throws InvalidCommandException {@code reference.unknown}, {@code unit.unknown} or {@code
   *     unit.inexact}, for every line
   */
  static List<Part> named(List<OrderLineDocument> lines, List<ShipOrder.Line> named) {
    Map<Integer, OrderLineDocument> byNumber = new HashMap<>();
    lines.forEach(line -> byNumber.put(line.lineNo(), line));
    Checks checks = new Checks();
    List<Part> parts = new ArrayList<>(named.size());
    for (int i = 0; i < named.size(); i++) {
      ShipOrder.Line wanted = named.get(i);
      String path = "lines[" + i + "]";
      OrderLineDocument line = byNumber.get(wanted.lineNo());
      if (line == null) {
        checks.require(
            false,
            path + ".lineNo",
            ErrorCode.REFERENCE_UNKNOWN,
            "line",
            Integer.toString(wanted.lineNo()));
      } else {
        checks.at(path, () -> of(line, wanted)).ifPresent(parts::add);
      }
    }
    checks.done();
    return parts;
  }

  private static Part of(OrderLineDocument line, ShipOrder.Line wanted) {
    Item item = line.item();
    String unit = wanted.unit().orElse(item.unit());
    if (unit.equals(item.unit())) {
      Quantity base = item.ratio().toBase(wanted.quantity());
      return new Part(line, item.part(wanted.quantity(), base));
    }
    if (unit.equals(item.baseUnit())) {
      return new Part(line, item.basePart(wanted.quantity()));
    }
    throw InvalidCommandException.of(
        "unit", ErrorCode.UNIT_UNKNOWN, item.unit() + ", " + item.baseUnit(), unit);
  }

  /** Returns all that is not shipped. */
  static List<Part> unshipped(List<OrderLineDocument> lines) {
    List<Part> parts = new ArrayList<>(lines.size());
    for (OrderLineDocument line : lines) {
      if (line.unshipped().isPositive()) {
        boolean whole = line.shipped().signum() == 0;
        parts.add(new Part(line, whole ? line.item() : line.item().basePart(line.unshipped())));
      }
    }
    return parts;
  }
}
