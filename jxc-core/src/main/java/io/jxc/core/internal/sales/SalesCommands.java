package io.jxc.core.internal.sales;

import io.jxc.api.access.Permissions;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnResult;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.ShipmentResult;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.partner.PartnerTypes;

/** Names the commands of sales; the names are stored and never change. */
final class SalesCommands {
  /** Rows of a command besides its lines: header, indexes, number, audit, event, result. */
  private static final int HEAD = 10;

  /** Rows of a line that is claimed: the line, its stock, its claim. */
  private static final int CLAIMED = 3;

  /** Rows of a line that moves: the line, movement, sale line, stock, cost, month. */
  private static final int MOVED = 6;

  /** Rows of a command about an order whose lines are not known before it is read. */
  private static final int UNKNOWN = 150;

  static final CommandType<DraftOrder, OrderResult> DRAFT =
      CommandType.weighed(
              "sales.draft",
              Permissions.SALES_CREATE,
              OrderResult.class,
              command -> HEAD + command.content().lines().size(),
              OrderRules::draft)
          .about(PartnerTypes.CUSTOMER, command -> command.content().customer());

  static final CommandType<UpdateOrder, OrderResult> UPDATE =
      CommandType.weighed(
              "sales.update",
              Permissions.SALES_UPDATE,
              OrderResult.class,
              command -> HEAD + 2 * command.content().lines().size(),
              OrderRules::update)
          .about(SalesTypes.ORDER, UpdateOrder::orderId);

  static final CommandType<PlaceOrder, OrderResult> PLACE =
      CommandType.weighed(
              "sales.place",
              Permissions.SALES_CREATE,
              OrderResult.class,
              command -> HEAD + CLAIMED * command.content().lines().size(),
              OrderRules::place)
          .about(PartnerTypes.CUSTOMER, command -> command.content().customer());

  static final CommandType<QuickSale, OrderResult> QUICK_SALE =
      CommandType.weighed(
              "sales.quick-sale",
              Permissions.SALES_QUICK,
              OrderResult.class,
              command -> HEAD + MOVED * command.content().lines().size(),
              OrderRules::quickSale)
          .about(PartnerTypes.CUSTOMER, command -> command.content().customer());

  static final CommandType<SubmitOrder, OrderResult> SUBMIT =
      CommandType.weighed(
              "sales.submit",
              Permissions.SALES_CREATE,
              OrderResult.class,
              command -> UNKNOWN,
              OrderRules::submit)
          .about(SalesTypes.ORDER, SubmitOrder::orderId);

  static final CommandType<ConfirmOrder, OrderResult> CONFIRM =
      CommandType.weighed(
              "sales.confirm",
              Permissions.SALES_CONFIRM,
              OrderResult.class,
              command -> UNKNOWN,
              OrderRules::confirm)
          .about(SalesTypes.ORDER, ConfirmOrder::orderId);

  static final CommandType<CancelOrder, OrderResult> CANCEL =
      CommandType.weighed(
              "sales.cancel",
              Permissions.SALES_CANCEL,
              OrderResult.class,
              command -> UNKNOWN,
              OrderRules::cancel)
          .about(SalesTypes.ORDER, CancelOrder::orderId);

  static final CommandType<ShipOrder, ShipmentResult> SHIP =
      CommandType.weighed(
              "sales.ship",
              Permissions.SALES_SHIP,
              ShipmentResult.class,
              command ->
                  command.lines().isEmpty() ? UNKNOWN : HEAD + MOVED * command.lines().size(),
              Shipping::ship)
          .about(SalesTypes.ORDER, ShipOrder::orderId);

  static final CommandType<ReturnShipped, ReturnResult> RETURN_SHIPPED =
      CommandType.weighed(
              "sales.return-shipped",
              Permissions.SALES_RETURN,
              ReturnResult.class,
              command -> HEAD + MOVED * command.lines().size(),
              ReturnRules::returnShipped)
          .about(SalesTypes.ORDER, ReturnShipped::orderId);

  static final CommandType<ReturnGoods, ReturnResult> RETURN_GOODS =
      CommandType.weighed(
              "sales.return-goods",
              Permissions.SALES_RETURN,
              ReturnResult.class,
              command -> HEAD + MOVED * command.lines().size(),
              ReturnRules::returnGoods)
          .about(PartnerTypes.CUSTOMER, ReturnGoods::customer);

  private SalesCommands() {}
}
