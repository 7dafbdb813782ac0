package io.jxc.core.internal.purchase;

import io.jxc.api.access.Permissions;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.partner.PartnerTypes;

/** The commands of purchasing by their stable names. */
final class PurchaseCommands {
  /** Rows guessed for commands that do not tell how many lines their order has. */
  private static final int UNKNOWN_LINES = 100;

  /** More than a batch may have. */
  private static final int ALONE = 10_000;

  /** Line, movement, stock, cost and month of each line. */
  private static final int ROWS_OF_A_RECEIPT = 5;

  static final CommandType<EnterPurchaseOrder, PurchaseOrderResult> DRAFT =
      CommandType.weighed(
              "purchase.draft",
              Permissions.PURCHASE_CREATE,
              PurchaseOrderResult.class,
              command -> entered(command.content().lines().size()),
              PurchaseRules::draft)
          .about(PartnerTypes.SUPPLIER, command -> command.content().supplier());

  static final CommandType<EnterPurchaseOrder, PurchaseOrderResult> PLACE =
      CommandType.weighed(
              "purchase.place",
              Permissions.PURCHASE_CREATE,
              PurchaseOrderResult.class,
              command -> entered(command.content().lines().size()),
              PurchaseRules::place)
          .about(PartnerTypes.SUPPLIER, command -> command.content().supplier());

  static final CommandType<UpdatePurchaseOrder, PurchaseOrderResult> UPDATE =
      CommandType.weighed(
              "purchase.update",
              Permissions.PURCHASE_UPDATE,
              PurchaseOrderResult.class,
              command -> entered(command.content().lines().size()),
              PurchaseRules::update)
          .about(PurchaseTypes.ORDER, UpdatePurchaseOrder::orderId);

  static final CommandType<SubmitPurchaseOrder, PurchaseOrderResult> SUBMIT =
      CommandType.weighed(
              "purchase.submit",
              Permissions.PURCHASE_CREATE,
              PurchaseOrderResult.class,
              command -> UNKNOWN_LINES,
              PurchaseRules::submit)
          .about(PurchaseTypes.ORDER, SubmitPurchaseOrder::orderId);

  static final CommandType<CancelPurchaseOrder, PurchaseOrderResult> CANCEL =
      CommandType.weighed(
              "purchase.cancel",
              Permissions.PURCHASE_CANCEL,
              PurchaseOrderResult.class,
              command -> UNKNOWN_LINES,
              PurchaseRules::cancel)
          .about(PurchaseTypes.ORDER, CancelPurchaseOrder::orderId);

  static final CommandType<ClosePurchaseOrder, PurchaseOrderResult> CLOSE =
      CommandType.weighed(
              "purchase.close",
              Permissions.PURCHASE_CANCEL,
              PurchaseOrderResult.class,
              command -> UNKNOWN_LINES,
              PurchaseRules::close)
          .about(PurchaseTypes.ORDER, ClosePurchaseOrder::orderId);

  static final CommandType<ReceivePurchaseOrder, PurchaseReceiptResult> RECEIVE =
      CommandType.weighed(
              "purchase.receive",
              Permissions.PURCHASE_RECEIVE,
              PurchaseReceiptResult.class,
              command ->
                  command.everything() ? ALONE : 10 + ROWS_OF_A_RECEIPT * command.lines().size(),
              PurchaseReceiving::receive)
          .about(PurchaseTypes.ORDER, ReceivePurchaseOrder::orderId);

  private PurchaseCommands() {}

  private static int entered(int lines) {
    return 10 + lines;
  }
}
