package io.jxc.api.purchase;

import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.List;
import java.util.Optional;

/**
 * Purchase orders. Their statuses are those of {@link PurchaseStatus}; a step that a status does
 * not allow is refused with {@code document.illegal-transition}.
 */
public interface PurchaseService {
  /**
   * Enters a draft.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown
   *     supplier, warehouse or product, {@code unit.unknown}, {@code unit.inexact}; all lines are
   *     checked
   * @throws io.jxc.api.error.DuplicateKeyException {@code duplicate-key} of the external id
   */
  @Requires(Permissions.PURCHASE_CREATE)
  PurchaseOrderResult draft(EnterPurchaseOrder command);

  /**
   * Enters an order and submits it in the same commit; throws what {@link #draft} throws.
   *
   * @return {@code APPROVED} where no approval flow applies, else {@code SUBMITTED}
   */
  @Requires(Permissions.PURCHASE_CREATE)
  PurchaseOrderResult place(EnterPurchaseOrder command);

  /**
   * Places orders of one user together; one outcome each, in the order of the input.
   *
   * @param commands at most 1,000
   */
  @Requires(Permissions.PURCHASE_CREATE)
  List<Outcome<PurchaseOrderResult>> placeAll(List<EnterPurchaseOrder> commands);

  /**
   * Gives an order of which nothing was received new content. It is a draft again, its approvals
   * are void; throws what {@link #draft} throws.
   *
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   * @throws io.jxc.api.error.RuleViolationException {@code limit.exceeded} when the line numbers of
   *     the order are used up
   */
  @Requires(Permissions.PURCHASE_UPDATE)
  PurchaseOrderResult update(UpdatePurchaseOrder command);

  /**
   * Submits a draft.
   *
   * @return {@code APPROVED} where no approval flow applies, else {@code SUBMITTED}
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   */
  @Requires(Permissions.PURCHASE_CREATE)
  PurchaseOrderResult submit(SubmitPurchaseOrder command);

  /**
   * Gives up an order of which nothing was received; an open approval is void.
   *
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   */
  @Requires(Permissions.PURCHASE_CANCEL)
  PurchaseOrderResult cancel(CancelPurchaseOrder command);

  /**
   * Receives goods into stock, partly or all: one movement per line at the line's price net of tax.
   * The order is {@code CLOSED} when nothing is open any more. Lines of products without stock
   * count as received and move nothing.
   *
   * @throws io.jxc.api.error.RuleViolationException {@code purchase.over-receipt}
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown line
   *     or warehouse; {@code unit.inexact}
   * @throws io.jxc.api.error.DuplicateKeyException {@code duplicate-key} of the external id
   */
  @Requires(Permissions.PURCHASE_RECEIVE)
  PurchaseReceiptResult receive(ReceivePurchaseOrder command);

  /**
   * Ends an approved or partly received order; what is open is not expected any more.
   *
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   */
  @Requires(Permissions.PURCHASE_CANCEL)
  PurchaseOrderResult close(ClosePurchaseOrder command);

  /**
   * Returns an order with its lines.
   *
   * @throws io.jxc.api.error.NotFoundException {@code not-found}
   */
  @Requires(Permissions.PURCHASE_VIEW)
  PurchaseOrder get(String orderId);

  /** Returns the order of a number. */
  @Requires(Permissions.PURCHASE_VIEW)
  Optional<PurchaseOrder> findByNumber(String number);

  /** Returns the order of an external id. */
  @Requires(Permissions.PURCHASE_VIEW)
  Optional<PurchaseOrder> findByExternalId(String externalId);

  /** Returns orders, the newest business date first. */
  @Requires(Permissions.PURCHASE_VIEW)
  Page<PurchaseOrderSummary> list(PurchaseQuery query, PageRequest page);

  /**
   * Returns the receipts of an order, the oldest first.
   *
   * @throws io.jxc.api.error.NotFoundException {@code not-found} for an unknown order
   */
  @Requires(Permissions.PURCHASE_VIEW)
  Page<PurchaseReceipt> receipts(PurchaseReceiptQuery query, PageRequest page);

  /** Returns lines that are ordered and have not wholly come, the earliest promised day first. */
  @Requires(Permissions.PURCHASE_VIEW)
  Page<OpenPurchaseLine> openLines(OpenPurchaseLineQuery query, PageRequest page);
}
