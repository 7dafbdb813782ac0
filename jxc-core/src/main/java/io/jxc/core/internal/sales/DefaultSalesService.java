package io.jxc.core.internal.sales;

import io.jxc.api.Actor;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OpenLineQuery;
import io.jxc.api.sales.OpenSalesLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnResult;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesFigures;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesOrderSummary;
import io.jxc.api.sales.SalesReturn;
import io.jxc.api.sales.SalesReturnQuery;
import io.jxc.api.sales.SalesReturnSummary;
import io.jxc.api.sales.SalesService;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.ShipmentResult;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Reads.Snapshot;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sales service of one session. */
public final class DefaultSalesService implements SalesService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Speaks for an actor. */
  public DefaultSalesService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public OrderResult draft(DraftOrder command) {
    return road.execute(actor, SalesCommands.DRAFT, command);
  }

  @Override
  public OrderResult update(UpdateOrder command) {
    return road.execute(actor, SalesCommands.UPDATE, command);
  }

  @Override
  public OrderResult submit(SubmitOrder command) {
    return road.execute(actor, SalesCommands.SUBMIT, command);
  }

  @Override
  public OrderResult place(PlaceOrder command) {
    return road.execute(actor, SalesCommands.PLACE, command);
  }

  @Override
  public List<Outcome<OrderResult>> placeAll(List<PlaceOrder> commands) {
    return road.executeAll(actor, SalesCommands.PLACE, commands);
  }

  @Override
  public OrderResult confirm(ConfirmOrder command) {
    return road.execute(actor, SalesCommands.CONFIRM, command);
  }

  @Override
  public ShipmentResult ship(ShipOrder command) {
    return road.execute(actor, SalesCommands.SHIP, command);
  }

  @Override
  public List<Outcome<ShipmentResult>> shipAll(List<ShipOrder> commands) {
    return road.executeAll(actor, SalesCommands.SHIP, commands);
  }

  @Override
  public OrderResult cancel(CancelOrder command) {
    return road.execute(actor, SalesCommands.CANCEL, command);
  }

  @Override
  public OrderResult quickSale(QuickSale command) {
    return road.execute(actor, SalesCommands.QUICK_SALE, command);
  }

  @Override
  public List<Outcome<OrderResult>> quickSaleAll(List<QuickSale> commands) {
    return road.executeAll(actor, SalesCommands.QUICK_SALE, commands);
  }

  @Override
  public ReturnResult returnShipped(ReturnShipped command) {
    return road.execute(actor, SalesCommands.RETURN_SHIPPED, command);
  }

  @Override
  public ReturnResult returnGoods(ReturnGoods command) {
    return road.execute(actor, SalesCommands.RETURN_GOODS, command);
  }

  @Override
  public List<Outcome<ReturnResult>> returnGoodsAll(List<ReturnGoods> commands) {
    return road.executeAll(actor, SalesCommands.RETURN_GOODS, commands);
  }

  @Override
  public SalesOrder get(String orderId) {
    String id = Codes.require("orderId", orderId);
    return read(snapshot -> visible(snapshot, snapshot.get(SalesTypes.ORDER, id)))
        .orElseThrow(() -> NotFoundException.of(OrderSteps.KIND, id));
  }

  @Override
  public Optional<SalesOrder> findByNumber(String number) {
    return findOrder(SalesTypes.NUMBER, Codes.require("number", number));
  }

  @Override
  public Optional<SalesOrder> findByExternalId(String externalId) {
    return findOrder(SalesTypes.EXTERNAL_ID, Codes.require("externalId", externalId));
  }

  private Optional<SalesOrder> findOrder(String index, String value) {
    return read(snapshot -> visible(snapshot, snapshot.find(SalesTypes.ORDER, index, value)));
  }

  private static Optional<SalesOrder> visible(
      Snapshot snapshot, Optional<Stored<SalesOrderDocument>> found) {
    return found
        .filter(order -> sees(snapshot, order.value().creator()))
        .map(
            order ->
                views(snapshot).order(order, snapshot.lines(SalesTypes.ORDER, order.value().id())));
  }

  @Override
  public Page<SalesOrderSummary> list(SalesOrderQuery query, PageRequest page) {
    return read(
        snapshot -> {
          SalesViews views = views(snapshot);
          return snapshot.page(
              SalesQueries.orders(query, snapshot.rights()),
              page,
              row -> views.summary(SalesTypes.ORDER.decode((DocumentRow) row)));
        });
  }

  @Override
  public long count(SalesOrderQuery query) {
    return read(snapshot -> count(snapshot, SalesQueries.countOrders(query, snapshot.rights())));
  }

  @Override
  public Page<OpenSalesLine> openLines(OpenLineQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.SALES_PICK,
        snapshot -> {
          SalesViews views = views(snapshot);
          return snapshot.page(
              SalesQueries.openLines(query, snapshot.rights()),
              page,
              row -> views.open((LineRow) row));
        });
  }

  @Override
  public Page<SaleLine> saleLines(SaleLineQuery query, PageRequest page) {
    return read(
        snapshot -> {
          SalesViews views = views(snapshot);
          return snapshot.page(
              SalesQueries.saleLines(query, snapshot.rights()),
              page,
              row -> views.saleLine((JournalRow) row));
        });
  }

  @Override
  public SalesFigures figures(SaleLineQuery query) {
    return read(
        snapshot ->
            Figures.of(
                snapshot.view().aggregate(SalesQueries.figures(query, snapshot.rights())),
                views(snapshot)));
  }

  @Override
  public SalesReturn getReturn(String returnId) {
    String id = Codes.require("returnId", returnId);
    return read(snapshot -> visibleReturn(snapshot, snapshot.get(SalesTypes.RETURN, id)))
        .orElseThrow(() -> NotFoundException.of("sales_return", id));
  }

  @Override
  public Optional<SalesReturn> findReturnByNumber(String number) {
    return findReturn(SalesTypes.NUMBER, Codes.require("number", number));
  }

  @Override
  public Optional<SalesReturn> findReturnByExternalId(String externalId) {
    return findReturn(SalesTypes.EXTERNAL_ID, Codes.require("externalId", externalId));
  }

  private Optional<SalesReturn> findReturn(String index, String value) {
    return read(
        snapshot -> visibleReturn(snapshot, snapshot.find(SalesTypes.RETURN, index, value)));
  }

  private static Optional<SalesReturn> visibleReturn(
      Snapshot snapshot, Optional<Stored<SalesReturnDocument>> found) {
    return found
        .filter(document -> sees(snapshot, document.value().owner()))
        .map(
            document ->
                views(snapshot)
                    .salesReturn(
                        document, snapshot.lines(SalesTypes.RETURN, document.value().id())));
  }

  @Override
  public Page<SalesReturnSummary> listReturns(SalesReturnQuery query, PageRequest page) {
    return read(
        snapshot -> {
          SalesViews views = views(snapshot);
          return snapshot.page(
              SalesQueries.returns(query, snapshot.rights()),
              page,
              row -> views.summaryOfReturn(SalesTypes.RETURN.decode((DocumentRow) row)));
        });
  }

  @Override
  public long countReturns(SalesReturnQuery query) {
    return read(snapshot -> count(snapshot, SalesQueries.countReturns(query, snapshot.rights())));
  }

  private <R> R read(Function<Snapshot, R> query) {
    return reads.with(actor, Permissions.SALES_VIEW, query);
  }

  private static boolean sees(Snapshot snapshot, String creator) {
    return snapshot.rights().sees(Permissions.SALES_VIEW, creator);
  }

  private static SalesViews views(Snapshot snapshot) {
    return new SalesViews(snapshot.settings().currency(), snapshot.rights());
  }

  private static long count(Snapshot snapshot, AggregateQuery query) {
    return snapshot.view().aggregate(query).stream()
        .mapToLong(row -> (Long) row.values().get(0))
        .sum();
  }
}
