package io.jxc.api.sales;

import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.List;
import java.util.Optional;

/**
 * Sales orders, quick sales and returns.
 *
 * <p>An order goes {@code DRAFT → SUBMITTED → APPROVED → CONFIRMED → (PARTLY_SHIPPED →) COMPLETED};
 * {@code cancel} leads to {@code CANCELLED} from every status before the first shipment. Approval
 * is decided through the approval service where a flow applies; without one, submitting approves
 * and, by the policy of the tenant, confirms.
 *
 * <p>Every method that changes something may also throw, besides what stands there: {@code
 * request-id.reused}, {@code access.denied}, {@code not-found} for an order that does not exist or
 * is hidden from the actor, {@code document.illegal-transition} for one that stands elsewhere,
 * {@code version.stale} where the caller's version is not the present one, and {@code
 * duplicate-key} for an external id that is taken.
 */
public interface SalesService {
  /** Commands that one bulk call may carry. */
  int MAX_BULK = 1_000;

  /**
   * Writes an order down as a draft. Nothing is claimed.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for unknown
   *     customers, products and warehouses, {@code unit.unknown}, {@code unit.inexact}, {@code
   *     value.missing} where neither line nor product has a price or no warehouse is known, {@code
   *     number.range} for goods with a price below zero, an amount beyond 18 digits or a discount
   *     above its line; all lines are checked and all violations listed
   * @throws io.jxc.api.error.RuleViolationException {@code product.not-sellable}, {@code
   *     sales.negative-total}, {@code sales.total-differs}
   */
  @Requires(Permissions.SALES_CREATE)
  OrderResult draft(DraftOrder command);

  /**
   * Puts another content in place of a draft's. Throws what {@link #draft} throws.
   *
   * @throws io.jxc.api.error.StaleVersionException when the draft was changed meanwhile
   */
  @Requires(Permissions.SALES_UPDATE)
  OrderResult update(UpdateOrder command);

  /**
   * Submits a draft. Without an approval flow that applies, the order is approved at once and, by
   * the policy of the tenant, confirmed.
   *
   * @throws io.jxc.api.error.InsufficientStockException when it is confirmed and stock is short
   */
  @Requires(Permissions.SALES_CREATE)
  OrderResult submit(SubmitOrder command);

  /** Drafts and submits in one step. Throws what {@link #draft} and {@link #submit} throw. */
  @Requires(Permissions.SALES_CREATE)
  OrderResult place(PlaceOrder command);

  /**
   * Places many orders; each stands for itself. At most {@link #MAX_BULK}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code lines.count} for too many
   */
  @Requires(Permissions.SALES_CREATE)
  List<Outcome<OrderResult>> placeAll(List<PlaceOrder> commands);

  /**
   * Confirms an approved order: its goods are claimed, firmly.
   *
   * @throws io.jxc.api.error.InsufficientStockException when not all goods are available
   */
  @Requires(Permissions.SALES_CONFIRM)
  OrderResult confirm(ConfirmOrder command);

  /**
   * Ships all or some of what is open: stock leaves, the claim is consumed, cost and margin of what
   * is shipped are fixed.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for unknown lines,
   *     {@code unit.unknown}, {@code unit.inexact}
   * @throws io.jxc.api.error.RuleViolationException {@code sales.over-shipment}, {@code
   *     limit.exceeded} after 1,000 shipments of one order
   * @throws io.jxc.api.error.InsufficientStockException when stock is short after all
   */
  @Requires(Permissions.SALES_SHIP)
  ShipmentResult ship(ShipOrder command);

  /**
   * Ships many orders; each stands for itself. At most {@link #MAX_BULK}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code lines.count} for too many
   */
  @Requires(Permissions.SALES_SHIP)
  List<Outcome<ShipmentResult>> shipAll(List<ShipOrder> commands);

  /** Gives up what is not shipped yet and releases its stock; see {@link CancelOrder}. */
  @Requires(Permissions.SALES_CANCEL)
  OrderResult cancel(CancelOrder command);

  /**
   * Orders, confirms and ships in one step. Throws what {@link #draft} throws.
   *
   * @throws io.jxc.api.error.InsufficientStockException when not all goods are available
   * @throws io.jxc.api.error.RuleViolationException {@code sales.approval-required} where an
   *     approval flow applies
   */
  @Requires(Permissions.SALES_QUICK)
  OrderResult quickSale(QuickSale command);

  /**
   * Sells many times; each sale stands for itself. At most {@link #MAX_BULK}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code lines.count} for too many
   */
  @Requires(Permissions.SALES_QUICK)
  List<Outcome<OrderResult>> quickSaleAll(List<QuickSale> commands);

  /**
   * Takes back what was shipped with an order.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for unknown lines or
   *     warehouses, {@code unit.unknown}, {@code unit.inexact}
   * @throws io.jxc.api.error.RuleViolationException {@code sales.over-return} for more than was
   *     shipped and not yet returned
   */
  @Requires(Permissions.SALES_RETURN)
  ReturnResult returnShipped(ReturnShipped command);

  /**
   * Takes goods back without an order.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown}, {@code
   *     unit.unknown}, {@code unit.inexact}, {@code value.missing} where no warehouse is known,
   *     {@code number.range} for goods with a price below zero
   * @throws io.jxc.api.error.RuleViolationException {@code sales.negative-total}
   */
  @Requires(Permissions.SALES_RETURN)
  ReturnResult returnGoods(ReturnGoods command);

  /**
   * Takes goods back many times; each return stands for itself. At most {@link #MAX_BULK}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code lines.count} for too many
   */
  @Requires(Permissions.SALES_RETURN)
  List<Outcome<ReturnResult>> returnGoodsAll(List<ReturnGoods> commands);

  /**
   * Returns an order with its lines.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none, or it is hidden from the actor
   */
  @Requires(Permissions.SALES_VIEW)
  SalesOrder get(String orderId);

  /** Returns the order of this number, with its lines. */
  @Requires(Permissions.SALES_VIEW)
  Optional<SalesOrder> findByNumber(String number);

  /** Returns the order of this external id, with its lines. */
  @Requires(Permissions.SALES_VIEW)
  Optional<SalesOrder> findByExternalId(String externalId);

  /** Lists orders. */
  @Requires(Permissions.SALES_VIEW)
  Page<SalesOrderSummary> list(SalesOrderQuery query, PageRequest page);

  /** Counts orders. */
  @Requires(Permissions.SALES_VIEW)
  long count(SalesOrderQuery query);

  /** Lists what is still to be shipped of confirmed orders. */
  @Requires(Permissions.SALES_PICK)
  Page<OpenSalesLine> openLines(OpenLineQuery query, PageRequest page);

  /** Lists what was sold and brought back, line by line. */
  @Requires(Permissions.SALES_VIEW)
  Page<SaleLine> saleLines(SaleLineQuery query, PageRequest page);

  /** Sums what was sold and brought back. */
  @Requires(Permissions.SALES_VIEW)
  SalesFigures figures(SaleLineQuery query);

  /**
   * Returns a return with its lines.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none, or it is hidden from the actor
   */
  @Requires(Permissions.SALES_VIEW)
  SalesReturn getReturn(String returnId);

  /** Returns the return of this number, with its lines. */
  @Requires(Permissions.SALES_VIEW)
  Optional<SalesReturn> findReturnByNumber(String number);

  /** Returns the return of this external id, with its lines. */
  @Requires(Permissions.SALES_VIEW)
  Optional<SalesReturn> findReturnByExternalId(String externalId);

  /** Lists returns. */
  @Requires(Permissions.SALES_VIEW)
  Page<SalesReturnSummary> listReturns(SalesReturnQuery query, PageRequest page);

  /** Counts returns. */
  @Requires(Permissions.SALES_VIEW)
  long countReturns(SalesReturnQuery query);
}
