package io.jxc.core.internal.inventory;

import io.jxc.api.Money;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.access.Permissions;
import io.jxc.api.inventory.MovementTotal;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.PastStock;
import io.jxc.api.inventory.StockCardLine;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockMovement;
import io.jxc.api.inventory.StockQuery;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers from the movements: cards, documents, totals, what was there at a date. */
final class LedgerReads {
  private static final String TYPE = InventoryTypes.MOVEMENT.name();

  private final Reads.Snapshot snapshot;
  private final boolean costs;
  private final String currency;

  LedgerReads(Reads.Snapshot snapshot) {
    this.snapshot = snapshot;
    this.costs = snapshot.rights().has(Permissions.COST_VIEW);
    this.currency = snapshot.settings().currency();
  }

  /** A movement with its place in the log. */
  private record Recorded(long sequence, Movement movement) {
    static Recorded of(StoredRow row) {
      JournalRow entry = (JournalRow) row;
      return new Recorded(entry.sequence(), InventoryTypes.MOVEMENT.decode(entry));
    }
  }

  /** Returns the movements that a document caused. */
  Page<StockMovement> movements(String documentId, PageRequest request) {
    return snapshot
        .page(
            ListQuery.of(Source.JOURNAL, TYPE, "by_document").equal(documentId),
            request,
            Recorded::of)
        .map(this::view);
  }

  /** Returns a page of a stock card; what is there before its first line is computed. */
  Page<StockCardLine> card(StockCardQuery query, PageRequest request) {
    Page<Recorded> page =
        snapshot.page(
            ListQuery.of(Source.JOURNAL, TYPE, "by_sku_date")
                .equal(query.sku())
                .from(query.from())
                .to(query.to().map(day -> day.plusDays(1))),
            request,
            Recorded::of);
    if (page.items().isEmpty()) {
      return new Page<>(List.of(), page.next());
    }
    Holdings running = before(query.sku(), page.items().get(0));
    List<StockCardLine> lines = new ArrayList<>();
    for (Recorded row : page.items()) {
      lines.addAll(line(query, row, running).stream().toList());
    }
    return new Page<>(lines, page.next());
  }

  /** Sums everything up to a movement: earlier days by totals, its own day one by one. */
  private Holdings before(String sku, Recorded first) {
    LocalDate day = first.movement().effectiveOn();
    Holdings holdings = Holdings.before(snapshot, List.of(sku), day);
    Optional<Slice.Position> after = Optional.empty();
    do {
      Slice slice =
          snapshot
              .view()
              .list(
                  ListQuery.of(Source.JOURNAL, TYPE, "by_sku_date")
                      .equal(sku)
                      .from(Optional.of(day))
                      .to(Optional.of(day.plusDays(1)))
                      .after(after)
                      .limit(1_000)
                      .build());
      for (StoredRow row : slice.rows()) {
        Recorded earlier = Recorded.of(row);
        if (earlier.sequence() >= first.sequence()) {
          return holdings;
        }
        apply(holdings, earlier.movement());
      }
      after = slice.next();
    } while (after.isPresent());
    return holdings;
  }

  private static void apply(Holdings holdings, Movement movement) {
    holdings.move(
        movement.sku(),
        movement.from().warehouse(),
        movement.to().warehouse(),
        movement.quantity(),
        movement.value());
  }

  private Optional<StockCardLine> line(StockCardQuery query, Recorded row, Holdings running) {
    Movement movement = row.movement();
    String sku = query.sku();
    BigDecimal quantityBefore = held(query, running);
    BigDecimal valueBefore = running.value(sku);
    apply(running, movement);
    boolean touched =
        query
            .warehouse()
            .map(
                code ->
                    movement.from().warehouse().equals(code)
                        || movement.to().warehouse().equals(code))
            .orElse(true);
    if (!touched) {
      return Optional.empty();
    }
    BigDecimal quantity = held(query, running);
    BigDecimal value = running.value(sku);
    return Optional.of(
        new StockCardLine(
            view(row),
            new Quantity(quantity.subtract(quantityBefore)),
            new Quantity(quantity),
            money(value.subtract(valueBefore)),
            query.warehouse().isPresent() ? Optional.empty() : money(value)));
  }

  private static BigDecimal held(StockCardQuery query, Holdings running) {
    return query
        .warehouse()
        .map(code -> running.quantity(query.sku(), code))
        .orElseGet(() -> running.quantity(query.sku()));
  }

  /** Returns what was there at the end of a day. */
  Page<PastStock> asOf(LocalDate day, StockQuery query, Page<ProductDocument> products) {
    List<ProductDocument> goods =
        products.items().stream().filter(ProductDocument::stocked).toList();
    Holdings holdings =
        Holdings.before(
            snapshot, goods.stream().map(ProductDocument::sku).toList(), day.plusDays(1));
    List<PastStock> items = new ArrayList<>();
    for (ProductDocument product : goods) {
      BigDecimal all = holdings.quantity(product.sku());
      BigDecimal here =
          query.warehouse().map(code -> holdings.quantity(product.sku(), code)).orElse(all);
      if (!query.onlyInStock() || here.signum() != 0) {
        BigDecimal value = holdings.value(product.sku());
        items.add(
            new PastStock(
                product.sku(), product.name(), new Quantity(here), money(share(value, here, all))));
      }
    }
    return new Page<>(items, products.next());
  }

  private static BigDecimal share(BigDecimal value, BigDecimal part, BigDecimal whole) {
    if (part.compareTo(whole) == 0) {
      return value;
    }
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : part.multiply(value).divide(whole, Money.SCALE, RoundingMode.HALF_UP);
  }

  /** Adds movements up by type. */
  List<MovementTotal> totals(MovementTotalsQuery asked) {
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.JOURNAL, TYPE)
            .groupBy("kind")
            .measure(Measure.count())
            .measure(Measure.sum("quantity"))
            .measure(Measure.sum("cost_value"));
    asked.sku().ifPresent(sku -> query.filter(Filter.eq("sku", sku)));
    asked.from().ifPresent(day -> query.filter(Filter.of("effective_on", Operator.GE, day)));
    asked.to().ifPresent(day -> query.filter(Filter.of("effective_on", Operator.LE, day)));
    return snapshot.view().aggregate(query.build()).stream()
        .map(
            row ->
                new MovementTotal(
                    MovementKind.of((String) row.group().get(0)).type(),
                    (Long) row.values().get(0),
                    new Quantity((BigDecimal) row.values().get(1)),
                    money((BigDecimal) row.values().get(2))))
        .toList();
  }

  private StockMovement view(Recorded row) {
    Movement movement = row.movement();
    return new StockMovement(
        row.sequence(),
        movement.sku(),
        movement.kind().type(),
        movement.from().warehouse(),
        movement.to().warehouse(),
        new Quantity(movement.quantity()),
        new StockMovement.Entered(new Quantity(movement.enteredQuantity()), movement.enteredUnit()),
        costs ? Optional.of(new UnitPrice(movement.unitCost())) : Optional.empty(),
        money(movement.value()),
        movement.effectiveOn(),
        new StockMovement.Document(
            movement.document().type(), movement.document().id(), movement.document().line()),
        movement.partner(),
        movement.actor(),
        movement.reason(),
        movement.at());
  }

  private Optional<Money> money(BigDecimal value) {
    return costs ? Optional.of(new Money(value, currency)) : Optional.empty();
  }
}
