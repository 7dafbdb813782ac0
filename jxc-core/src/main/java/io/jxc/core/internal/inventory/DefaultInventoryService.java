package io.jxc.core.internal.inventory;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.MovementTotal;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.PastStock;
import io.jxc.api.inventory.ProductStock;
import io.jxc.api.inventory.RebuildResult;
import io.jxc.api.inventory.RebuildStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockCardLine;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockClaim;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockMovement;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.inventory.StockVerification;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.inventory.WarehouseResult;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stock, for one actor. */
public final class DefaultInventoryService implements InventoryService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;
  private final Clock clock;

  /** Creates the service of a session; the clock tells which holds have ended. */
  public DefaultInventoryService(Actor actor, Road road, Reads reads, Clock clock) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
    this.clock = clock;
  }

  @Override
  public WarehouseResult updateWarehouse(UpdateWarehouse command) {
    return road.execute(actor, WarehouseRules.UPDATE, command);
  }

  @Override
  public Warehouse warehouse(String code) {
    String known = Codes.require("warehouse", code);
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot ->
            snapshot
                .get(InventoryTypes.WAREHOUSE, known)
                .map(WarehouseRules::view)
                .orElseThrow(() -> NotFoundException.of("warehouse", known)));
  }

  @Override
  public WarehouseResult createWarehouse(CreateWarehouse command) {
    return road.execute(actor, WarehouseRules.CREATE, command);
  }

  @Override
  public Page<Warehouse> warehouses(PageRequest page) {
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot ->
            snapshot.page(
                ListQuery.of(Source.DOCUMENTS, InventoryTypes.WAREHOUSE.name(), "by_code"),
                page,
                row -> WarehouseRules.view(InventoryTypes.WAREHOUSE.decode((DocumentRow) row))));
  }

  @Override
  public StockDocumentResult receive(ReceiveGoods command) {
    return road.execute(actor, StockDocumentRules.RECEIVE, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> receiveAll(List<ReceiveGoods> commands) {
    return road.executeAll(actor, StockDocumentRules.RECEIVE, bulk(commands));
  }

  @Override
  public StockDocumentResult open(OpenStock command) {
    return road.execute(actor, StockDocumentRules.OPEN, command);
  }

  @Override
  public StockDocumentResult issue(IssueGoods command) {
    return road.execute(actor, StockDocumentRules.ISSUE, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> issueAll(List<IssueGoods> commands) {
    return road.executeAll(actor, StockDocumentRules.ISSUE, bulk(commands));
  }

  @Override
  public StockDocumentResult adjust(AdjustStock command) {
    return road.execute(actor, StockDocumentRules.ADJUST, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> adjustAll(List<AdjustStock> commands) {
    return road.executeAll(actor, StockDocumentRules.ADJUST, bulk(commands));
  }

  private static <C> List<C> bulk(List<C> commands) {
    Checks checks = new Checks();
    List<C> checked = checks.list("commands", commands, 0, 1_000);
    checks.done();
    return checked;
  }

  @Override
  public ProductStock stock(String sku) {
    String code = Codes.require("sku", sku);
    return stockReads(
        (snapshot, stock) -> {
          if (snapshot.get(CatalogTypes.PRODUCT, code).isEmpty()) {
            throw NotFoundException.of("product", code);
          }
          return stock.stock(code);
        });
  }

  @Override
  public List<StockLevel> available(List<String> skus) {
    List<String> codes = Checks.codes("skus", skus, 1_000);
    return stockReads((snapshot, stock) -> stock.levels(codes, Optional.empty()));
  }

  @Override
  public List<StockLevel> available(List<String> skus, String warehouse) {
    List<String> codes = Checks.codes("skus", skus, 1_000);
    String where = Codes.require("warehouse", warehouse);
    return stockReads((snapshot, stock) -> stock.levels(codes, Optional.of(where)));
  }

  @Override
  public Page<StockItem> list(StockQuery query, PageRequest page) {
    return stockReads((snapshot, stock) -> stock.list(query, page));
  }

  @Override
  public Page<PastStock> listAsOf(LocalDate day, StockQuery query, PageRequest page) {
    return stockReads(
        (snapshot, stock) ->
            new LedgerReads(snapshot).asOf(day, query, stock.products(query, page)));
  }

  @Override
  public Page<StockCardLine> card(StockCardQuery query, PageRequest page) {
    return ledgerReads(ledger -> ledger.card(query, page));
  }

  @Override
  public Page<StockMovement> movements(String documentId, PageRequest page) {
    String id = Codes.require("documentId", documentId);
    return ledgerReads(ledger -> ledger.movements(id, page));
  }

  @Override
  public List<MovementTotal> movementTotals(MovementTotalsQuery query) {
    return ledgerReads(ledger -> ledger.totals(query));
  }

  @Override
  public ClaimResult claim(ClaimStock command) {
    return road.execute(actor, ClaimCommandRules.CLAIM, command);
  }

  @Override
  public List<Outcome<ClaimResult>> claimAll(List<ClaimStock> commands) {
    return road.executeAll(actor, ClaimCommandRules.CLAIM, bulk(commands));
  }

  @Override
  public ClaimResult extendClaim(ExtendClaim command) {
    return road.execute(actor, ClaimCommandRules.EXTEND, command);
  }

  @Override
  public ClaimResult confirmClaim(ConfirmClaim command) {
    return road.execute(actor, ClaimCommandRules.CONFIRM, command);
  }

  @Override
  public ClaimResult releaseClaim(ReleaseClaim command) {
    return road.execute(actor, ClaimCommandRules.RELEASE, command);
  }

  @Override
  public StockClaim claim(String id) {
    String key = Codes.require("claim", id);
    return stockReads(
        (snapshot, stock) ->
            snapshot
                .get(InventoryTypes.CLAIM, key)
                .map(stored -> ClaimCommandRules.view(stored, now(snapshot)))
                .orElseThrow(() -> NotFoundException.of("claim", key)));
  }

  @Override
  public Page<StockClaim> claims(String owner, PageRequest page) {
    String key = Codes.require("owner", owner);
    return stockReads(
        (snapshot, stock) ->
            snapshot.page(
                ListQuery.of(Source.DOCUMENTS, InventoryTypes.CLAIM.name(), "by_owner").equal(key),
                page,
                row ->
                    ClaimCommandRules.view(
                        InventoryTypes.CLAIM.decode((DocumentRow) row), now(snapshot))));
  }

  @Override
  public StockVerification verify() {
    return StockVerifier.verify(reads, actor);
  }

  @Override
  public RebuildResult rebuild(RebuildStock command) {
    return road.execute(actor, RebuildRules.rebuild(found()), command);
  }

  /** Who may not verify is refused by the road, which records it. */
  private StockVerification found() {
    try {
      return verify();
    } catch (AccessDeniedException e) {
      return new StockVerification(0, 0, 0, List.of(), true, "");
    }
  }

  private <R> R ledgerReads(Function<LedgerReads, R> query) {
    return reads.with(
        actor, Permissions.STOCK_VIEW, snapshot -> query.apply(new LedgerReads(snapshot)));
  }

  private <R> R stockReads(BiFunction<Reads.Snapshot, StockReads, R> query) {
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot -> query.apply(snapshot, new StockReads(snapshot, now(snapshot))));
  }

  /** The time as the next command would see it: never before the last block. */
  private Instant now(Reads.Snapshot snapshot) {
    Instant last = snapshot.view().head().blockTime();
    Instant now = clock.instant();
    return now.isBefore(last) ? last : now;
  }
}
