package io.jxc.api.inventory;

import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.time.LocalDate;
import java.util.List;

/** Stock: what is where, what moved, what is claimed. */
public interface InventoryService {
  /**
   * Adds a warehouse.
   *
   * @throws io.jxc.api.error.DuplicateKeyException when the code is taken
   */
  @Requires(Permissions.WAREHOUSE_MANAGE)
  WarehouseResult createWarehouse(CreateWarehouse command);

  /**
   * Changes a warehouse.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none
   * @throws io.jxc.api.error.StaleVersionException when somebody else changed it meanwhile
   */
  @Requires(Permissions.WAREHOUSE_MANAGE)
  WarehouseResult updateWarehouse(UpdateWarehouse command);

  /**
   * Returns a warehouse.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none
   */
  @Requires(Permissions.STOCK_VIEW)
  Warehouse warehouse(String code);

  /** Lists the warehouses by code. */
  @Requires(Permissions.STOCK_VIEW)
  Page<Warehouse> warehouses(PageRequest page);

  /**
   * Receives goods into a warehouse: one movement per line, on hand and value rise.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown
   *     product or warehouse, {@code unit.unknown}, {@code unit.inexact}; all lines are checked
   */
  @Requires(Permissions.STOCK_RECEIVE)
  StockDocumentResult receive(ReceiveGoods command);

  /** Receives goods with up to 1,000 commands that share commits; one outcome each, in order. */
  @Requires(Permissions.STOCK_RECEIVE)
  List<Outcome<StockDocumentResult>> receiveAll(List<ReceiveGoods> commands);

  /**
   * Enters the stock that is there at the start.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code stock.already-moved} for every product
   *     that has moved in the warehouse before, and what {@link #receive} refuses
   */
  @Requires(Permissions.STOCK_ADJUST)
  StockDocumentResult open(OpenStock command);

  /**
   * Issues goods for a reason: on hand falls, valued at the average cost.
   *
   * @throws io.jxc.api.error.InsufficientStockException when less is available; the demand of all
   *     lines is summed per product
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown}, {@code
   *     unit.unknown}, {@code unit.inexact}; all lines are checked
   */
  @Requires(Permissions.STOCK_ISSUE)
  StockDocumentResult issue(IssueGoods command);

  /** Issues goods with up to 1,000 commands that share commits; one outcome each, in order. */
  @Requires(Permissions.STOCK_ISSUE)
  List<Outcome<StockDocumentResult>> issueAll(List<IssueGoods> commands);

  /**
   * Corrects stock, with a reason. What is found is booked before what is missing.
   *
   * @throws io.jxc.api.error.InsufficientStockException when more is missing than is available
   * @throws io.jxc.api.error.InvalidCommandException as {@link #issue}
   */
  @Requires(Permissions.STOCK_ADJUST)
  StockDocumentResult adjust(AdjustStock command);

  /** Corrects stock with up to 1,000 commands that share commits; one outcome each, in order. */
  @Requires(Permissions.STOCK_ADJUST)
  List<Outcome<StockDocumentResult>> adjustAll(List<AdjustStock> commands);

  /**
   * Returns the stock of a product, in total and per warehouse.
   *
   * @throws io.jxc.api.error.NotFoundException when there is no such product
   */
  @Requires(Permissions.STOCK_VIEW)
  ProductStock stock(String sku);

  /**
   * Returns how much there is of up to 1,000 products, in all warehouses together and from one
   * snapshot: each product once, in the order asked for. An unknown product has nothing.
   */
  @Requires(Permissions.STOCK_VIEW)
  List<StockLevel> available(List<String> skus);

  /** Returns how much there is of up to 1,000 products in one warehouse; see the other. */
  @Requires(Permissions.STOCK_VIEW)
  List<StockLevel> available(List<String> skus, String warehouse);

  /**
   * Lists the stock of all goods by code. A page may be short where services stand between goods or
   * {@link StockQuery#inStock} leaves some out.
   */
  @Requires(Permissions.STOCK_VIEW)
  Page<StockItem> list(StockQuery query, PageRequest page);

  /**
   * Lists what was on hand of all goods at the end of a business date, by code, computed from month
   * totals and the rest of one month. Back-dated movements count.
   */
  @Requires(Permissions.STOCK_VIEW)
  Page<PastStock> listAsOf(LocalDate day, StockQuery query, PageRequest page);

  /** Returns the stock card of a product. An unknown product has an empty one. */
  @Requires(Permissions.STOCK_VIEW)
  Page<StockCardLine> card(StockCardQuery query, PageRequest page);

  /** Lists the movements that a document caused, in the order they were recorded. */
  @Requires(Permissions.STOCK_VIEW)
  Page<StockMovement> movements(String documentId, PageRequest page);

  /** Adds up movements by type; types without any are left out. */
  @Requires(Permissions.STOCK_VIEW)
  List<MovementTotal> movementTotals(MovementTotalsQuery query);

  /**
   * Claims stock: all lines or none.
   *
   * @throws io.jxc.api.error.InsufficientStockException when less is available; the demand of all
   *     lines is summed per product, and holds whose time has run out give way
   * @throws io.jxc.api.error.InvalidCommandException as {@link #issue}
   */
  @Requires(Permissions.STOCK_CLAIM)
  ClaimResult claim(ClaimStock command);

  /** Claims stock with up to 1,000 commands that share commits; one outcome each, in order. */
  @Requires(Permissions.STOCK_CLAIM)
  List<Outcome<ClaimResult>> claimAll(List<ClaimStock> commands);

  /**
   * Gives a hold more time.
   *
   * @throws io.jxc.api.error.NotFoundException when there is no such claim
   * @throws io.jxc.api.error.RuleViolationException {@code claim.not-active} when it is over,
   *     {@code in-use} when it belongs to a document
   */
  @Requires(Permissions.STOCK_CLAIM)
  ClaimResult extendClaim(ExtendClaim command);

  /** Makes a hold firm; refuses as {@link #extendClaim}. */
  @Requires(Permissions.STOCK_CLAIM)
  ClaimResult confirmClaim(ConfirmClaim command);

  /**
   * Gives a claim back; one that is over stays as it is.
   *
   * @throws io.jxc.api.error.NotFoundException when there is no such claim
   * @throws io.jxc.api.error.RuleViolationException {@code in-use} when it belongs to a document
   */
  @Requires(Permissions.STOCK_CLAIM)
  ClaimResult releaseClaim(ReleaseClaim command);

  /**
   * Returns a claim.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none
   */
  @Requires(Permissions.STOCK_VIEW)
  StockClaim claim(String id);

  /** Lists the claims of an owner, the oldest first, those that are over among them. */
  @Requires(Permissions.STOCK_VIEW)
  Page<StockClaim> claims(String owner, PageRequest page);

  /**
   * Proves that stock, cost pools and month totals are the sums of all movements, and what is
   * reserved the sum of all active claims. Each product is proven within one snapshot; nothing is
   * changed.
   */
  @Requires(Permissions.STOCK_VERIFY)
  StockVerification verify();

  /**
   * Repairs what {@link #verify} has found, as one recorded change.
   *
   * @throws io.jxc.api.error.RuleViolationException {@code stock.plan-outdated} when another list
   *     of differences is found now: verify again
   */
  @Requires(Permissions.STOCK_VERIFY)
  RebuildResult rebuild(RebuildStock command);
}
