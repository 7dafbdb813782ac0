package io.jxc.examples.replay;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Trades the plan through the public API. Every request id comes from the data, so a run that was
 * cut off is simply started again: what is done already is answered from its stored result.
 */
final class Trader implements AutoCloseable {
  static final String TENANT = "online-retail";
  static final String USER = "root";
  static final String CURRENCY = "GBP";
  private static final String WAREHOUSE = "MAIN";
  private static final String SUPPLIER = "S-1";
  private static final int RUN = 64;
  private static final int MAX_REASON = 500;

  private final JxcSession session;
  private final MasterData masterData;
  private final LongConsumer progress;
  private final ExecutorService pool;

  Trader(Jxc jxc, int threads, LongConsumer progress) {
    jxc.provision(NewTenant.of(TENANT).currency(CURRENCY).zone("Europe/London").admin(USER));
    this.session = jxc.as(Actor.of(TENANT, USER));
    this.masterData = new MasterData(session);
    this.progress = progress;
    this.pool = Executors.newFixedThreadPool(threads);
    session
        .inventory()
        .createWarehouse(CreateWarehouse.of(WAREHOUSE).requestId("warehouse").build());
    session.partners().create(CreatePartner.supplier(SUPPLIER).requestId("supplier").build());
  }

  /** Trades a month: buys for it, then goes through its invoices. */
  void trade(TradePlan.Month month) {
    masterData.prepare(month);
    buy(month);
    List<Future<Void>> running = new ArrayList<>();
    for (List<Step> run : Step.runs(Step.of(month.invoices()), RUN)) {
      List<Step> part = new ArrayList<>();
      for (Step step : run) {
        if (step.lines().stream().anyMatch(masterData::names)) {
          // orders before this one still print the code: they go first
          running.add(start(part));
          part = new ArrayList<>();
          running.forEach(Trader::await);
          running.clear();
          step.lines().stream().filter(masterData::names).forEach(masterData::name);
        }
        part.add(step);
      }
      running.add(start(part));
      if (running.size() >= 64) {
        running.forEach(Trader::await);
        running.clear();
      }
    }
    running.forEach(Trader::await);
  }

  private Future<Void> start(List<Step> run) {
    Callable<Void> work =
        () -> {
          if (!run.isEmpty()) {
            go(run);
            progress.accept(run.stream().mapToLong(step -> step.lines().size()).sum());
          }
          return null;
        };
    return pool.submit(work);
  }

  private static void await(Future<Void> run) {
    try {
      run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void go(List<Step> run) {
    sell(of(run, Step.Kind.SELL));
    writeOff(of(run, Step.Kind.WRITE_OFF));
    takeBack(of(run, Step.Kind.TAKE_BACK));
  }

  private static List<Step> of(List<Step> run, Step.Kind kind) {
    return run.stream().filter(step -> step.kind() == kind).toList();
  }

  private void buy(TradePlan.Month month) {
    LocalDate day = month.month().atDay(1);
    List<TradePlan.Need> needs = month.needs();
    int part = 1;
    for (int from = 0; from < needs.size(); from += PurchaseOrderContent.MAX_LINES) {
      String id = "po-" + month.month() + "-" + part++;
      EnterPurchaseOrder.Builder order =
          EnterPurchaseOrder.from(SUPPLIER).into(WAREHOUSE).orderedOn(day).requestId(id);
      int to = Math.min(needs.size(), from + PurchaseOrderContent.MAX_LINES);
      for (TradePlan.Need need : needs.subList(from, to)) {
        order.line(need.sku(), need.quantity().toPlainString(), need.cost().toPlainString());
      }
      PurchaseOrderResult placed = session.purchase().place(order.externalId(id).build());
      session
          .purchase()
          .receive(
              ReceivePurchaseOrder.allOf(placed.orderId())
                  .requestId(id + "-in")
                  .effectiveOn(day)
                  .build());
    }
  }

  private void sell(List<Step> run) {
    List<PlaceOrder> orders = new ArrayList<>();
    for (Step step : run) {
      LocalDate day = step.invoice().at().toLocalDate();
      PlaceOrder.Builder order =
          PlaceOrder.forCustomer(customer(step))
              .requestId("sale-" + step.invoice().number())
              .externalId(step.invoice().number())
              .warehouse(WAREHOUSE)
              .orderedOn(day)
              .dueOn(day);
      for (RetailLine line : step.lines()) {
        order.line(
            OrderLine.of(line.sku(), line.quantity().toPlainString())
                .price(line.price().toPlainString()));
      }
      orders.add(order.build());
    }
    List<ShipOrder> shipments = new ArrayList<>();
    List<Outcome<OrderResult>> placed = session.sales().placeAll(orders);
    for (int i = 0; i < placed.size(); i++) {
      TradePlan.Invoice invoice = run.get(i).invoice();
      shipments.add(
          ShipOrder.allOf(placed.get(i).orThrow().id())
              .requestId("ship-" + invoice.number())
              .shippedOn(invoice.at().toLocalDate())
              .build());
    }
    session.sales().shipAll(shipments).forEach(Outcome::orThrow);
  }

  private void takeBack(List<Step> run) {
    List<ReturnGoods> returns = new ArrayList<>();
    for (Step step : run) {
      String number = step.invoice().number();
      ReturnGoods.Builder back =
          ReturnGoods.from(customer(step), "cancellation " + number)
              .requestId("return-" + number)
              .externalId(number)
              .warehouse(WAREHOUSE)
              .returnedOn(step.invoice().at().toLocalDate());
      for (RetailLine line : step.lines()) {
        back.line(
            ReturnGoods.Line.of(
                line.sku(),
                line.quantity().negate().toPlainString(),
                line.price().toPlainString()));
      }
      returns.add(back.build());
    }
    session.sales().returnGoodsAll(returns).forEach(Outcome::orThrow);
  }

  private void writeOff(List<Step> run) {
    List<AdjustStock> adjustments = new ArrayList<>();
    run.forEach(step -> adjustments.addAll(adjustments(step)));
    for (List<AdjustStock> some : MasterData.chunks(adjustments)) {
      session.inventory().adjustAll(some).forEach(Outcome::orThrow);
    }
  }

  /** One adjustment for each reason. */
  private static List<AdjustStock> adjustments(Step step) {
    Map<String, AdjustStock.Builder> byReason = new LinkedHashMap<>();
    for (RetailLine line : step.lines()) {
      String reason = RetailLine.cut(line.description().orElse("unspecified"), MAX_REASON);
      String id = "write-off-" + step.invoice().number() + "-" + byReason.size();
      byReason
          .computeIfAbsent(
              reason,
              why ->
                  AdjustStock.in(WAREHOUSE)
                      .reason(why)
                      .requestId(id)
                      .externalId(id)
                      .effectiveOn(step.invoice().at().toLocalDate()))
          .line(line.sku(), line.quantity().toPlainString());
    }
    return byReason.values().stream().map(AdjustStock.Builder::build).toList();
  }

  private static String customer(Step step) {
    return step.lines().get(0).customer().orElse(Partner.WALK_IN);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
