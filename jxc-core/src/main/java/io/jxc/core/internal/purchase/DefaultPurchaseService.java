package io.jxc.core.internal.purchase;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.OpenPurchaseLine;
import io.jxc.api.purchase.OpenPurchaseLineQuery;
import io.jxc.api.purchase.PurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseOrderSummary;
import io.jxc.api.purchase.PurchaseQuery;
import io.jxc.api.purchase.PurchaseReceipt;
import io.jxc.api.purchase.PurchaseReceiptQuery;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.PurchaseService;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Reads.Snapshot;
import io.jxc.core.internal.command.Road;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Purchase orders for one actor. */
public final class DefaultPurchaseService implements PurchaseService {
  private static final int MAX_BULK = 1_000;

  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Creates the service of a session. */
  public DefaultPurchaseService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public PurchaseOrderResult draft(EnterPurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.DRAFT, command);
  }

  @Override
  public PurchaseOrderResult place(EnterPurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.PLACE, command);
  }

  @Override
  public List<Outcome<PurchaseOrderResult>> placeAll(List<EnterPurchaseOrder> commands) {
    Checks checks = new Checks();
    List<EnterPurchaseOrder> all = checks.list("commands", commands, 0, MAX_BULK);
    checks.done();
    return road.executeAll(actor, PurchaseCommands.PLACE, all);
  }

  @Override
  public PurchaseOrderResult update(UpdatePurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.UPDATE, command);
  }

  @Override
  public PurchaseOrderResult submit(SubmitPurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.SUBMIT, command);
  }

  @Override
  public PurchaseOrderResult cancel(CancelPurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.CANCEL, command);
  }

  @Override
  public PurchaseReceiptResult receive(ReceivePurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.RECEIVE, command);
  }

  @Override
  public PurchaseOrderResult close(ClosePurchaseOrder command) {
    return road.execute(actor, PurchaseCommands.CLOSE, command);
  }

  @Override
  public PurchaseOrder get(String orderId) {
    return find(orderId, (snapshot, id) -> snapshot.get(PurchaseTypes.ORDER, id))
        .orElseThrow(() -> NotFoundException.of(PurchaseRules.KIND, orderId));
  }

  @Override
  public Optional<PurchaseOrder> findByNumber(String number) {
    return find(number, (snapshot, code) -> snapshot.find(PurchaseTypes.ORDER, "number", code));
  }

  @Override
  public Optional<PurchaseOrder> findByExternalId(String externalId) {
    return find(
        externalId, (snapshot, code) -> snapshot.find(PurchaseTypes.ORDER, "external_id", code));
  }

  private Optional<PurchaseOrder> find(
      String given, BiFunction<Snapshot, String, Optional<Stored<OrderDocument>>> lookup) {
    return reads.with(
        actor,
        Permissions.PURCHASE_VIEW,
        snapshot ->
            // what is no code names nothing, and stores refuse to look for it
            Codes.normalise(given)
                .flatMap(code -> lookup.apply(snapshot, code))
                .filter(order -> sees(snapshot, order.value()))
                .map(order -> whole(snapshot, order)));
  }

  private static boolean sees(Snapshot snapshot, OrderDocument order) {
    return snapshot.rights().sees(Permissions.PURCHASE_VIEW, order.creator());
  }

  private static PurchaseOrder whole(Snapshot snapshot, Stored<OrderDocument> order) {
    return views(snapshot)
        .order(
            order.value(),
            order.version(),
            snapshot.lines(PurchaseTypes.ORDER, order.value().id()));
  }

  private static PurchaseViews views(Snapshot snapshot) {
    return new PurchaseViews(
        snapshot.settings().currency(), snapshot.rights().has(Permissions.COST_VIEW));
  }

  @Override
  public Page<PurchaseOrderSummary> list(PurchaseQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.PURCHASE_VIEW,
        snapshot ->
            snapshot.page(
                PurchaseQueries.orders(query, snapshot.rights()),
                page,
                row -> PurchaseQueries.summary(row, views(snapshot))));
  }

  @Override
  public Page<PurchaseReceipt> receipts(PurchaseReceiptQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.PURCHASE_VIEW,
        snapshot -> {
          boolean known =
              snapshot
                  .get(PurchaseTypes.ORDER, query.orderId())
                  .map(order -> sees(snapshot, order.value()))
                  .orElse(false);
          if (!known) {
            throw NotFoundException.of(PurchaseRules.KIND, query.orderId());
          }
          return snapshot.page(PurchaseQueries.receipts(query), page, PurchaseQueries::receipt);
        });
  }

  @Override
  public Page<OpenPurchaseLine> openLines(OpenPurchaseLineQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.PURCHASE_VIEW,
        snapshot ->
            snapshot.page(
                PurchaseQueries.openLines(query, snapshot.rights()),
                page,
                PurchaseQueries::openLine));
  }
}
