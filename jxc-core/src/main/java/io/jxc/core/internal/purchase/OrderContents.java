package io.jxc.core.internal.purchase;

import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.core.internal.codec.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The content of an order that an approval binds: all that somebody agreed to, and nothing that
 * changes afterwards. The form is stored as a hash, so its fields are never renamed.
 */
final class OrderContents {
  private OrderContents() {}

  private record Form(
      String supplier,
      String warehouse,
      LocalDate orderedOn,
      Optional<LocalDate> expectedOn,
      boolean pricesIncludeTax,
      Optional<String> note,
      BigDecimal total,
      List<LineForm> lines) {}

  private record LineForm(
      int lineNo,
      String sku,
      Quantity quantity,
      String unit,
      UnitPrice unitPrice,
      BigDecimal taxRate,
      String warehouse,
      Optional<LocalDate> expectedOn,
      Optional<String> note) {
    static LineForm of(OrderLine line) {
      return new LineForm(
          line.lineNo(),
          line.sku(),
          line.quantity(),
          line.unit(),
          line.unitPrice(),
          line.taxRate(),
          line.warehouse(),
          line.expectedOn(),
          line.note());
    }
  }

  /** Returns the SHA-256 of the content, in hexadecimal digits. */
  static String hash(OrderDocument order, List<OrderLine> lines) {
    Form form =
        new Form(
            order.supplier(),
            order.warehouse(),
            order.orderedOn(),
            order.expectedOn(),
            order.pricesIncludeTax(),
            order.note(),
            order.total().stripTrailingZeros(),
            lines.stream().map(LineForm::of).toList());
    return Json.contentHash(ApprovableTypes.PURCHASE_ORDER, form).hex();
  }
}
