package io.jxc.examples.bench.naive;

import io.jxc.api.RequestIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Places orders and reserves stock as a good developer writes it by hand: one transaction per
 * command, stock moved by guarded updates in order of codes, and everything that JXC writes for the
 * same command, into the same tables. Master data is kept in memory, ids and numbers are drawn
 * before the transaction begins.
 *
 * <p>It has no chain of hashes and no head, checks no permission and answers no request twice: what
 * it leaves out makes it faster.
 */
public final class NaiveShop implements AutoCloseable {
  static final String WAREHOUSE = "MAIN";
  private static final String USER = "root";
  private static final String ORDERS = "SO";
  private static final String ENTRIES = "ENTRIES";
  private static final int NUMBER_BLOCK = 1_000;
  private static final int ENTRY_BLOCK = 10_000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final NaiveDatabase database;
  private final NaiveRows rows;
  private final NaiveNumbers numbers;
  private final NaiveNumbers entries;
  private final UnaryOperator<String> names;
  private final boolean stockLast;
  private final LongAdder commits = new LongAdder();
  private final LongAdder written = new LongAdder();

  /** Stock is short: the transaction is rolled back. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("stock is short", null, false, false);
    }
  }

  /**
   * A shop of a tenant whose products, customer and stock are there.
   *
   * @param database closed with the shop
   * @param names tells what a product is called
   * @param stockLast whether stock is moved after everything else is written, so that its rows are
   *     locked for a shorter time; otherwise before, so that a refusal has written nothing
   */
  public NaiveShop(
      NaiveDatabase database, String tenant, UnaryOperator<String> names, boolean stockLast) {
    this.database = database;
    this.rows = new NaiveRows(tenant, USER);
    this.numbers = new NaiveNumbers(database, tenant, ORDERS, NUMBER_BLOCK);
    this.entries = new NaiveNumbers(database, tenant, ENTRIES, ENTRY_BLOCK);
    this.names = names;
    this.stockLast = stockLast;
  }

  /** Makes the counters of a tenant, once for all nodes. */
  public static void open(NaiveDatabase database, String tenant) {
    NaiveNumbers.create(database, tenant, ORDERS, 0);
    // above all that setting up has written
    NaiveNumbers.create(database, tenant, ENTRIES, 1_000_000_000L);
  }

  /** Places an order of one unit of each product, claimed at once; false when stock is short. */
  public boolean order(List<String> wanted) {
    List<String> skus = wanted.stream().sorted().toList();
    Instant now = now();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String number = "SO" + today.format(DAY) + "-" + numbers.take(1);
    long sequence = entries.take(NaiveOrder.ENTRIES);
    NaiveOrder order =
        NaiveOrder.of(RequestIds.next(), number, skus, names, new NaiveOrder.Entered(USER, now));
    return committed(
        skus,
        handle -> {
          int count = rows.order(handle, order, today);
          count += rows.claim(handle, order.claim());
          count += rows.index(handle, order, today);
          count += rows.journal(handle, order, sequence);
          count += rows.answer(handle, order.answer(today));
          return count;
        });
  }

  /** Reserves one unit firmly; false when stock is short. */
  public boolean reserve(String sku) {
    Instant now = now();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String request = RequestIds.next();
    long sequence = entries.take(NaiveOrder.CLAIM_ENTRIES);
    NaiveDocuments.Claim claim =
        NaiveDocuments.claim(
            RequestIds.next(), "cart-" + RequestIds.next(), List.of(sku), USER, now);
    return committed(
        List.of(sku),
        handle -> {
          int count = rows.claim(handle, claim);
          count += rows.index(handle, request, today);
          count += rows.journal(handle, claim, request, sequence);
          count += rows.answer(handle, NaiveOrder.answer(request, claim, today));
          return count;
        });
  }

  private int reserve(Handle handle, List<String> skus) {
    int[] moved = rows.reserve(handle, skus, WAREHOUSE);
    for (int one : moved) {
      if (one != 1) {
        throw new Refused();
      }
    }
    return moved.length;
  }

  private boolean committed(List<String> skus, NaiveDatabase.Work<Integer> documents) {
    NaiveDatabase.Work<Integer> work =
        stockLast
            ? handle -> documents.in(handle) + reserve(handle, skus)
            : handle -> reserve(handle, skus) + documents.in(handle);
    try {
      int count = database.transaction(work);
      commits.increment();
      written.add(count);
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns how many transactions were committed. */
  public long commits() {
    return commits.sum();
  }

  /** Returns how many rows they have written. */
  public long rows() {
    return written.sum();
  }

  /** Returns the database, for what is no business of the shop. */
  public NaiveDatabase database() {
    return database;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    database.close();
  }
}
