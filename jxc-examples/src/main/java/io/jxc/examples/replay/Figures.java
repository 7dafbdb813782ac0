package io.jxc.examples.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.Pages;
import io.jxc.api.audit.ChainReport;
import io.jxc.api.inventory.MovementTotal;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.MovementType;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesFigures;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesReturnQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What the store says came of the trade: read back through the API, not counted by the run. What
 * goes through the whole log is read side by side.
 */
final class Figures {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<StockItem> stock;

  private Figures(List<StockItem> stock) {
    this.stock = stock;
  }

  /** Reads the figures of the tenant that was traded in. */
  static Figures read(Jxc jxc) {
    JxcSession session = jxc.as(Actor.of(Trader.TENANT, Trader.USER));
    CompletableFuture<ChainReport> proof =
        CompletableFuture.supplyAsync(() -> session.audit().verify());
    // fees are services and have no stock: what is listed is every goods code that was traded
    List<StockItem> items =
        Pages.stream(request -> session.inventory().list(StockQuery.all(), request)).toList();
    Figures figures = new Figures(items);
    figures.sales(session);
    boolean balanced = session.inventory().verify().ok();
    figures.log(told(proof), balanced);
    return figures;
  }

  private void sales(JxcSession session) {
    SalesFigures sales = session.sales().figures(SaleLineQuery.all());
    Map<MovementType, MovementTotal> moved = moved(session);
    values.put("orders", session.sales().count(SalesOrderQuery.all()));
    values.put("saleLines", sales.sales().lines());
    values.put("soldUnits", units(moved, MovementType.SALE));
    values.put("returns", session.sales().countReturns(SalesReturnQuery.all()));
    values.put("returnedUnits", units(moved, MovementType.SALES_RETURN));
    values.put("writeOffs", lines(moved, MovementType.ADJUST_OUT));
    values.put("writtenOffUnits", units(moved, MovementType.ADJUST_OUT));
    values.put("purchasedUnits", units(moved, MovementType.PURCHASE));
    values.put("onHandUnits", plain(sum(item -> item.level().onHand().value())));
    values.put("skus", stock.size());
    values.put("revenue", amount(sales.sales().gross()));
    values.put("refunds", amount(sales.returns().gross()));
    values.put(
        "cogs",
        sales
            .sales()
            .cost()
            .map(Money::amount)
            .orElse(BigDecimal.ZERO)
            .setScale(2, RoundingMode.HALF_UP)
            .toPlainString());
    values.put("stockValue", sum(Figures::value).setScale(2, RoundingMode.HALF_UP).toPlainString());
    values.put("movements", moved.values().stream().mapToLong(MovementTotal::movements).sum());
  }

  private static Map<MovementType, MovementTotal> moved(JxcSession session) {
    Map<MovementType, MovementTotal> moved = new EnumMap<>(MovementType.class);
    session
        .inventory()
        .movementTotals(MovementTotalsQuery.all())
        .forEach(total -> moved.put(total.type(), total));
    return moved;
  }

  private void log(ChainReport log, boolean balanced) {
    values.put("events", log.events());
    values.put("auditRecords", log.auditRecords());
    values.put("verify", !balanced ? "stock differs" : !log.ok() ? "log was changed" : "ok");
  }

  /** What was read on the side; what went wrong there goes wrong here. */
  private static <T> T told(CompletableFuture<T> read) {
    try {
      return read.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private interface Column {
    BigDecimal of(StockItem item);
  }

  private BigDecimal sum(Column column) {
    return stock.stream().map(column::of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal value(StockItem item) {
    return item.value().map(Money::amount).orElse(BigDecimal.ZERO);
  }

  private static Object units(Map<MovementType, MovementTotal> moved, MovementType type) {
    MovementTotal total = moved.get(type);
    return total == null ? 0L : plain(total.quantity().value());
  }

  private static long lines(Map<MovementType, MovementTotal> moved, MovementType type) {
    MovementTotal total = moved.get(type);
    return total == null ? 0L : total.movements();
  }

  /** Whole units are written as numbers; fractions, which these data do not have, as they are. */
  private static Object plain(BigDecimal units) {
    return units.stripTrailingZeros().scale() <= 0 ? (Object) units.longValueExact() : units;
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }

  /** Returns the figures as one line of JSON. */
  String json(double seconds) {
    Map<String, Object> line = new LinkedHashMap<>(values);
    line.put("seconds", BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP));
    try {
      return JsonMapper.builder().build().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code sku,on_hand,value} of all traded codes, zeros too, sorted by code. */
  void writeStock(Path file) {
    try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      out.writeRecord("sku", "on_hand", "value");
      for (StockItem item : stock) {
        String value = value(item).setScale(2, RoundingMode.HALF_UP).toPlainString();
        out.writeRecord(item.sku(), item.level().onHand().toString(), value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
