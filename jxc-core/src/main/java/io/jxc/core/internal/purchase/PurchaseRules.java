package io.jxc.core.internal.purchase;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.PurchaseEvent.PurchaseOrderChanged;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.core.internal.approval.ApprovalRules;
import io.jxc.core.internal.approval.ApprovalSubject;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.tenant.NumberSeries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enters, changes, submits and ends purchase orders. */
final class PurchaseRules {
  static final String KIND = "purchase_order";

  private static final String SERIES = "PO";

  private static final Set<PurchaseStatus> UNTOUCHED =
      Set.of(PurchaseStatus.DRAFT, PurchaseStatus.SUBMITTED, PurchaseStatus.APPROVED);
  private static final Set<PurchaseStatus> EXPECTED =
      Set.of(PurchaseStatus.APPROVED, PurchaseStatus.PARTLY_RECEIVED);

  private PurchaseRules() {}

  static Decision<PurchaseOrderResult> draft(
      View view, EnterPurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    NumberSeries.want(changes, SERIES, context.today());
    OrderEntry.Entered entered =
        OrderEntry.read(changes, command.content(), OrderEntry.Numbers.NONE, context);
    OrderDocument order = create(changes, command, entered, context);
    return inserted(changes, order, entered.lines(), context);
  }

  static Decision<PurchaseOrderResult> place(
      View view, EnterPurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    NumberSeries.want(changes, SERIES, context.today());
    ApprovalRules.want(changes, ApprovableTypes.PURCHASE_ORDER);
    OrderEntry.Entered entered =
        OrderEntry.read(changes, command.content(), OrderEntry.Numbers.NONE, context);
    OrderDocument draft = create(changes, command, entered, context);
    OrderDocument order = submit(changes, context, draft, entered.lines());
    return inserted(changes, order, entered.lines(), context);
  }

  static Decision<PurchaseOrderResult> update(
      View view, UpdatePurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    OrderDocument before = find(changes, command.orderId(), Permissions.PURCHASE_UPDATE, context);
    requireStatus(before, "update", UNTOUCHED);
    requireVersion(changes, before, command.expectedVersion());
    Set<Integer> present =
        changes.lines(PurchaseTypes.ORDER, before.id()).stream()
            .map(OrderLine::lineNo)
            .collect(Collectors.toSet());
    OrderEntry.Entered entered =
        OrderEntry.read(
            changes,
            command.content(),
            new OrderEntry.Numbers(present, before.lastLineNo()),
            context);
    ApprovalRules.voidOpen(changes, context, ApprovableTypes.PURCHASE_ORDER, before.id());
    OrderDocument after = rewritten(before, command.content(), entered, context);
    changes.put(PurchaseTypes.ORDER, after, entered.lines());
    return changed(changes, context, after);
  }

  static Decision<PurchaseOrderResult> submit(
      View view, SubmitPurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    ApprovalRules.want(changes, ApprovableTypes.PURCHASE_ORDER);
    OrderDocument draft = find(changes, command.orderId(), Permissions.PURCHASE_CREATE, context);
    requireStatus(draft, "submit", Set.of(PurchaseStatus.DRAFT));
    requireVersion(changes, draft, command.expectedVersion());
    List<OrderLine> lines = changes.lines(PurchaseTypes.ORDER, draft.id());
    OrderDocument order = submit(changes, context, draft, lines);
    changes.put(PurchaseTypes.ORDER, order, lines);
    return changed(changes, context, order);
  }

  static Decision<PurchaseOrderResult> cancel(
      View view, CancelPurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    OrderDocument order = find(changes, command.orderId(), Permissions.PURCHASE_CANCEL, context);
    requireStatus(order, "cancel", UNTOUCHED);
    requireVersion(changes, order, command.expectedVersion());
    ApprovalRules.voidOpen(changes, context, ApprovableTypes.PURCHASE_ORDER, order.id());
    return ended(changes, context, order.with(PurchaseStatus.CANCELLED, command.reason()));
  }

  static Decision<PurchaseOrderResult> close(
      View view, ClosePurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    OrderDocument order = find(changes, command.orderId(), Permissions.PURCHASE_CANCEL, context);
    requireStatus(order, "close", EXPECTED);
    requireVersion(changes, order, command.expectedVersion());
    return ended(changes, context, order.with(PurchaseStatus.CLOSED, command.reason()));
  }

  /** Returns an order the actor may touch under a permission; another one is not there. */
  static OrderDocument find(View view, String id, String permission, Context context) {
    view.wantLines(PurchaseTypes.ORDER, id);
    return view.get(PurchaseTypes.ORDER, id)
        .filter(order -> context.rights().sees(permission, order.creator()))
        .orElseThrow(() -> NotFoundException.of(KIND, id));
  }

  static void requireStatus(OrderDocument order, String action, Set<PurchaseStatus> expected) {
    if (!expected.contains(order.status())) {
      throw new IllegalTransitionException(
          KIND,
          order.number(),
          action,
          order.status().name(),
          expected.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
    }
  }

  /** Puts an order of another status; columns of its lines that depend on the status follow. */
  static void put(Changes changes, Context context, OrderDocument order, List<OrderLine> lines) {
    changes.put(PurchaseTypes.ORDER, order, lines);
    announce(changes, context, order);
  }

  private static void requireVersion(View view, OrderDocument order, long expected) {
    long version = view.version(PurchaseTypes.ORDER, order.id());
    if (version != expected) {
      throw new StaleVersionException(KIND, order.number(), expected, version);
    }
  }

  private static OrderDocument create(
      Changes changes, EnterPurchaseOrder command, OrderEntry.Entered entered, Context context) {
    PurchaseOrderContent content = command.content();
    return new OrderDocument(
        context.newId(),
        NumberSeries.next(changes, SERIES, context.today()),
        command.externalId(),
        content.supplier(),
        content.warehouse(),
        PurchaseStatus.DRAFT,
        Optional.empty(),
        content.orderedOn().orElse(context.today()),
        content.expectedOn(),
        content.pricesIncludeTax(),
        content.note(),
        entered.totals().net(),
        entered.totals().tax(),
        entered.totals().rounding(),
        entered.totals().total(),
        entered.lines().size(),
        entered.lastLineNo(),
        context.user(),
        context.now(),
        context.user(),
        Optional.empty());
  }

  private static OrderDocument rewritten(
      OrderDocument before,
      PurchaseOrderContent content,
      OrderEntry.Entered entered,
      Context context) {
    return new OrderDocument(
        before.id(),
        before.number(),
        before.externalId(),
        content.supplier(),
        content.warehouse(),
        PurchaseStatus.DRAFT,
        Optional.empty(),
        content.orderedOn().orElse(before.orderedOn()),
        content.expectedOn(),
        content.pricesIncludeTax(),
        content.note(),
        entered.totals().net(),
        entered.totals().tax(),
        entered.totals().rounding(),
        entered.totals().total(),
        entered.lines().size(),
        entered.lastLineNo(),
        before.creator(),
        before.createdAt(),
        context.user(),
        Optional.empty());
  }

  private static OrderDocument submit(
      Changes changes, Context context, OrderDocument draft, List<OrderLine> lines) {
    String hash = OrderContents.hash(draft, lines);
    boolean asked =
        ApprovalRules.submit(
            changes,
            context,
            new ApprovalSubject(
                ApprovableTypes.PURCHASE_ORDER,
                draft.id(),
                draft.number(),
                draft.total(),
                draft.creator(),
                draft.lastEditor(),
                hash));
    return draft.submitted(asked ? PurchaseStatus.SUBMITTED : PurchaseStatus.APPROVED, hash);
  }

  private static Decision<PurchaseOrderResult> inserted(
      Changes changes, OrderDocument order, List<OrderLine> lines, Context context) {
    changes.insert(PurchaseTypes.ORDER, order, lines);
    return changed(changes, context, order);
  }

  private static Decision<PurchaseOrderResult> ended(
      Changes changes, Context context, OrderDocument order) {
    changes.put(PurchaseTypes.ORDER, order, changes.lines(PurchaseTypes.ORDER, order.id()));
    return changed(changes, context, order);
  }

  private static Decision<PurchaseOrderResult> changed(
      Changes changes, Context context, OrderDocument order) {
    announce(changes, context, order);
    return changes.result(new PurchaseOrderResult(order.id(), order.number(), order.status(), 0));
  }

  private static void announce(Changes changes, Context context, OrderDocument order) {
    changes.event(
        new PurchaseOrderChanged(
            context.header(), order.id(), order.number(), order.supplier(), order.status().name()));
  }
}
