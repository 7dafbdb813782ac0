package io.jxc.examples.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Retail data with everything that the real ones have: fees, free lines, negative prices of fees,
 * cancellations, write-offs with and without a reason, codes in any case and padded, customers that
 * went through a spreadsheet or are missing, products that get their name late.
 */
final class RetailData {
  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final List<String> FEES =
      List.of("POST", "DOT", "M", "BANK CHARGES", "GIFT_0001_20", "ADJUST2", "TEST001");
  private static final int GOODS = 24;

  private final Random random;
  private final List<Line> lines = new ArrayList<>();
  private int number = 536_365;

  /** A line as it is meant; {@link #csv} writes it as untidily as the real ones are. */
  record Line(
      String invoice,
      String code,
      String description,
      int quantity,
      LocalDateTime at,
      BigDecimal price,
      String customer) {
    boolean isReturn() {
      return invoice.startsWith("C");
    }

    boolean isFee() {
      return FEES.contains(code) || code.equals("B");
    }
  }

  private RetailData(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the lines of some months, invoices in no order, each line where it belongs in its. */
  static List<Line> generate(long seed, int months, int invoicesOfAMonth) {
    RetailData data = new RetailData(seed);
    for (int month = 0; month < months; month++) {
      data.month(YearMonth.of(2010, 12).plusMonths(month), invoicesOfAMonth);
    }
    return List.copyOf(data.lines);
  }

  private void month(YearMonth month, int count) {
    List<List<Line>> invoices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Several invoices share a minute: their number decides then.
      LocalDateTime at =
          month.atDay(1 + i * 27 / count).atTime(8 + random.nextInt(3), random.nextInt(2));
      String customer = random.nextInt(4) == 0 ? "" : String.valueOf(17_850 + random.nextInt(9));
      invoices.add(
          switch (random.nextInt(8)) {
            case 0 -> cancellation(at, customer);
            case 1 -> writeOff(at);
            default -> sale(at, customer);
          });
    }
    // What nobody ever bought comes back: it costs a penny.
    invoices.add(
        List.of(line("C" + number++, "NEVER-" + month, "", -2, month.atDay(20).atTime(9, 0), "")));
    invoices.add(
        List.of(
            new Line(
                "A" + number++,
                "B",
                "Adjust bad debt",
                1,
                month.atDay(21).atTime(9, 0),
                new BigDecimal("-110.62"),
                "")));
    Collections.shuffle(invoices, random);
    invoices.forEach(lines::addAll);
  }

  private List<Line> sale(LocalDateTime at, String customer) {
    String invoice = String.valueOf(number++);
    List<Line> some = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int product = random.nextInt(GOODS);
      some.add(line(invoice, code(product), name(product), 1 + random.nextInt(40), at, customer));
    }
    if (random.nextInt(3) == 0) {
      String fee = FEES.get(random.nextInt(FEES.size()));
      some.add(line(invoice, fee, fee.toLowerCase(Locale.ROOT), 1, at.plusMinutes(1), customer));
    }
    return some;
  }

  private List<Line> cancellation(LocalDateTime at, String customer) {
    String invoice = "C" + number++;
    List<Line> some = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int product = random.nextInt(GOODS);
      some.add(line(invoice, code(product), name(product), -1 - random.nextInt(5), at, customer));
    }
    if (random.nextInt(3) == 0) {
      some.add(line(invoice, "POST", "postage", -1, at, customer));
    }
    return some;
  }

  private List<Line> writeOff(LocalDateTime at) {
    String invoice = String.valueOf(number++);
    List<Line> some = new ArrayList<>();
    for (String reason : List.of("damaged", "", "thrown away, \"wet\"")) {
      if (some.isEmpty() || random.nextBoolean()) {
        some.add(
            new Line(
                invoice,
                code(random.nextInt(GOODS)),
                reason,
                -1 - random.nextInt(6),
                at,
                BigDecimal.ZERO,
                ""));
      }
    }
    return some;
  }

  private Line line(
      String invoice, String code, String name, int quantity, LocalDateTime at, String customer) {
    boolean free = random.nextInt(12) == 0;
    BigDecimal price =
        free
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(1 + random.nextInt(2_000), 2).stripTrailingZeros();
    return new Line(invoice, code, name, quantity, at, price, customer);
  }

  private static String code(int product) {
    return (22_400 + product) + (product % 3 == 0 ? "A" : "");
  }

  /** Every fifth product is without a name until later lines tell it. */
  private String name(int product) {
    return product % 5 == 0 && random.nextInt(3) > 0 ? "" : "THING, NO " + product;
  }

  /** Returns the file that tells these lines. */
  static String csv(List<Line> lines) {
    Random mess = new Random(lines.size());
    return HEADER
        + "\n"
        + lines.stream().map(line -> csv(line, mess)).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String csv(Line line, Random mess) {
    String code = mess.nextBoolean() ? line.code().toLowerCase(Locale.ROOT) : line.code();
    return String.join(
        ",",
        line.invoice(),
        mess.nextInt(4) == 0 ? " " + code + "  " : code,
        '"' + line.description().replace("\"", "\"\"") + '"',
        String.valueOf(line.quantity()),
        AT.format(line.at()),
        line.price().toPlainString(),
        line.customer().isEmpty() || mess.nextBoolean() ? line.customer() : line.customer() + ".0",
        "United Kingdom");
  }
}
