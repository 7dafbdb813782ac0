package io.jxc.core.internal.sales;

import io.jxc.api.Money;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.SalesEvent;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.SalesStatus;
import io.jxc.core.internal.approval.ApprovalRules;
import io.jxc.core.internal.approval.ApprovalSubject;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps an order takes, whichever command makes it take them. */
final class OrderSteps {
  /** What errors call an order. */
  static final String KIND = "sales_order";

  private OrderSteps() {}

  /**
   * Returns the header of an order, and asks for its lines as well: the step will need them.
   *
   * @throws NotFoundException when there is none, or the actor may not see it under the permission
   */
  static SalesOrderDocument find(View view, Context context, String id, String permission) {
    view.wantLines(SalesTypes.ORDER, id);
    return view.get(SalesTypes.ORDER, id)
        .filter(order -> context.rights().sees(permission, order.creator()))
        .orElseThrow(() -> NotFoundException.of(KIND, id));
  }

  /** Refuses a step that the order's status does not allow. */
  static void require(SalesOrderDocument order, String action, SalesStatus... allowed) {
    List<SalesStatus> all = Arrays.asList(allowed);
    if (!all.contains(order.status())) {
      throw new IllegalTransitionException(
          KIND,
          order.number(),
          action,
          order.status().name(),
          all.stream().map(SalesStatus::name).collect(Collectors.joining(", ")));
    }
  }

  /** Refuses a change that is based on another version than the present one. */
  static void requireVersion(View view, SalesOrderDocument order, Optional<Long> expected) {
    long version = view.version(SalesTypes.ORDER, order.id());
    if (expected.isPresent() && expected.get() != version) {
      throw new StaleVersionException(KIND, order.number(), expected.get(), version);
    }
  }

  /**
   * Submits a draft. Where no approval flow applies it is approved at once and, by the policy of
   * the tenant, confirmed.
   */
  static Order submitted(Changes changes, Context context, Order order) {
    SalesOrderDocument head = order.head();
    if (ApprovalRules.applies(changes, ApprovableTypes.SALES_ORDER, head.totals().total())
        && ApprovalRules.submit(changes, context, subject(order))) {
      return order.head(head.status(SalesStatus.SUBMITTED));
    }
    return context.settings().autoConfirm()
        ? confirmed(changes, context, order)
        : order.head(head.status(SalesStatus.APPROVED));
  }

  /** Confirms an approved order: claims its goods. */
  static Order confirmed(Changes changes, Context context, Order order) {
    List<SalesOrderDocument.Claim> claims = SalesStock.claim(changes, context, order);
    return order.head(order.head().confirmed(claims));
  }

  private record Content(
      String customer,
      SalesOrderDocument.Terms terms,
      Totals totals,
      List<OrderLineDocument> lines) {}

  private static ApprovalSubject subject(Order order) {
    SalesOrderDocument head = order.head();
    Content content = new Content(head.customer(), head.terms(), head.totals(), order.lines());
    return new ApprovalSubject(
        ApprovableTypes.SALES_ORDER,
        head.id(),
        head.number(),
        head.totals().total(),
        head.creator(),
        head.entry().lastEditor(),
        Json.contentHash(KIND, content).hex());
  }

  /** Tells the world where the order stands. */
  static void tell(Changes changes, Context context, SalesOrderDocument order) {
    changes.event(
        new SalesEvent.SalesOrderChanged(
            context.header(), order.id(), order.number(), order.customer(), order.status().name()));
  }

  /** Returns what the caller is told. */
  static OrderResult result(SalesOrderDocument order) {
    return new OrderResult(
        order.id(),
        order.number(),
        order.status(),
        new Money(order.totals().total(), order.totals().currency()),
        0);
  }
}
