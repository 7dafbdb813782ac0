package io.jxc.core.internal.sales;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderContent;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.core.internal.approval.ApprovalRules;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.sales.OrderWriter.Written;
import io.jxc.core.internal.sales.SalesOrderDocument.Entry;
import io.jxc.core.internal.sales.SalesOrderDocument.Shipped;
import io.jxc.core.internal.tenant.NumberSeries;
import java.util.List;
import java.util.Optional;

/** Decides what happens to orders, but for shipping them. */
final class OrderRules {
  private OrderRules() {}

  static Decision<OrderResult> draft(View view, DraftOrder command, Context context) {
    Changes changes = Changes.on(view);
    return inserted(
        changes, context, drafted(changes, context, command.content(), command.externalId()));
  }

  static Decision<OrderResult> place(View view, PlaceOrder command, Context context) {
    Changes changes = Changes.on(view);
    if (context.settings().autoConfirm()) {
      SalesStock.wantToClaim(changes, command.content());
    }
    Order draft = drafted(changes, context, command.content(), command.externalId());
    return inserted(changes, context, OrderSteps.submitted(changes, context, draft));
  }

  static Decision<OrderResult> quickSale(View view, QuickSale command, Context context) {
    Changes changes = Changes.on(view);
    SalesStock.wantToSell(changes, context, command.content());
    Order draft = drafted(changes, context, command.content(), command.externalId());
    if (ApprovalRules.applies(
        changes, ApprovableTypes.SALES_ORDER, draft.head().totals().total())) {
      throw RuleViolationException.of(ErrorCode.APPROVAL_REQUIRED);
    }
    Shipping.Dispatch all =
        new Shipping.Dispatch(Part.unshipped(draft.lines()), draft.head().terms().orderedOn());
    return inserted(changes, context, Shipping.shipped(changes, context, draft, all));
  }

  /** Writes a draft down; it is not put yet. */
  private static Order drafted(
      Changes changes, Context context, OrderContent content, Optional<String> externalId) {
    NumberSeries.want(changes, "SO", context.today());
    ApprovalRules.want(changes, ApprovableTypes.SALES_ORDER);
    Written written = OrderWriter.write(changes, context, content);
    SalesOrderDocument head =
        new SalesOrderDocument(
            context.newId(),
            NumberSeries.next(changes, "SO", context.today()),
            externalId,
            SalesStatus.DRAFT,
            written.customer().code(),
            written.customer().displayName(),
            written.terms(),
            written.totals(),
            written.lastLine(),
            Shipped.NOTHING,
            List.of(),
            List.of(),
            Optional.empty(),
            new Entry(context.user(), context.now(), context.user()));
    return new Order(head, written.lines());
  }

  private static Decision<OrderResult> inserted(Changes changes, Context context, Order order) {
    changes.insert(SalesTypes.ORDER, order.head(), order.lines());
    return told(changes, context, order.head());
  }

  private static Decision<OrderResult> told(
      Changes changes, Context context, SalesOrderDocument head) {
    OrderSteps.tell(changes, context, head);
    return changes.result(OrderSteps.result(head));
  }

  static Decision<OrderResult> update(View view, UpdateOrder command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_UPDATE);
    OrderSteps.require(head, "update", SalesStatus.DRAFT);
    List<OrderLineDocument> lines = view.lines(SalesTypes.ORDER, head.id());
    Written written =
        OrderWriter.rewrite(
            view, context, command.content(), head.lastLine(), OrderWriter.numbersOf(lines));
    OrderSteps.requireVersion(view, head, Optional.of(command.expectedVersion()));
    SalesOrderDocument next =
        new SalesOrderDocument(
            head.id(),
            head.number(),
            head.externalId(),
            SalesStatus.DRAFT,
            written.customer().code(),
            written.customer().displayName(),
            written.terms(),
            written.totals(),
            written.lastLine(),
            Shipped.NOTHING,
            List.of(),
            head.steps(),
            head.remark(),
            new Entry(head.creator(), head.entry().createdAt(), context.user()));
    Changes changes = Changes.on(view);
    changes.put(SalesTypes.ORDER, next, written.lines());
    return told(changes, context, next);
  }

  static Decision<OrderResult> submit(View view, SubmitOrder command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_CREATE);
    OrderSteps.require(head, "submit", SalesStatus.DRAFT);
    OrderSteps.requireVersion(view, head, command.expectedVersion());
    Changes changes = Changes.on(view);
    Order draft = new Order(head, view.lines(SalesTypes.ORDER, head.id()));
    ApprovalRules.want(changes, ApprovableTypes.SALES_ORDER);
    if (context.settings().autoConfirm()) {
      SalesStock.wantToClaim(changes, draft);
    }
    References.requireSellable(changes, draft.lines());
    Order next = OrderSteps.submitted(changes, context, draft);
    put(changes, next);
    return told(changes, context, next.head());
  }

  static Decision<OrderResult> confirm(View view, ConfirmOrder command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_CONFIRM);
    OrderSteps.require(head, "confirm", SalesStatus.APPROVED);
    OrderSteps.requireVersion(view, head, command.expectedVersion());
    Changes changes = Changes.on(view);
    Order order = new Order(head, view.lines(SalesTypes.ORDER, head.id()));
    SalesStock.wantToClaim(changes, order);
    Order next = OrderSteps.confirmed(changes, context, order);
    put(changes, next);
    return told(changes, context, next.head());
  }

  static Decision<OrderResult> cancel(View view, CancelOrder command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_CANCEL);
    OrderSteps.require(
        head,
        "cancel",
        SalesStatus.DRAFT,
        SalesStatus.SUBMITTED,
        SalesStatus.APPROVED,
        SalesStatus.CONFIRMED,
        SalesStatus.PARTLY_SHIPPED);
    OrderSteps.requireVersion(view, head, command.expectedVersion());
    Changes changes = Changes.on(view);
    if (head.status() == SalesStatus.SUBMITTED) {
      ApprovalRules.voidOpen(changes, context, ApprovableTypes.SALES_ORDER, head.id());
    }
    SalesStatus end =
        head.status() == SalesStatus.PARTLY_SHIPPED ? SalesStatus.COMPLETED : SalesStatus.CANCELLED;
    SalesOrderDocument next = head.remark(end, command.reason()).step(command.externalId());
    if (head.open()) {
      SalesStock.release(changes, context, head);
      put(changes, new Order(next, view.lines(SalesTypes.ORDER, head.id())));
    } else {
      changes.put(SalesTypes.ORDER, next);
    }
    return told(changes, context, next);
  }

  /** Puts header and lines: a line's columns tell whether it is open. */
  static void put(Changes changes, Order order) {
    changes.put(SalesTypes.ORDER, order.head(), order.lines());
  }
}
