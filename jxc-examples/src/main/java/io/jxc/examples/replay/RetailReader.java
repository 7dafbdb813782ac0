package io.jxc.examples.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.jxc.api.Codes;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.error.InvalidCommandException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads online-retail CSV, plain or gzipped. A malformed line goes to the rejects; a file that is
 * broken as a whole (truncated gzip, an endless field, a quote that makes the end of a line
 * unknowable, a missing column) stops the run before anything is traded.
 */
final class RetailReader {
  /** Characters a field may have; also what is held of a file while a line is looked for. */
  private static final int MAX_FIELD = 1 << 16;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern INVOICE = Pattern.compile("[!-~&&[^#@]]{1,40}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Rejects rejects;

  private final Repeated<String> invoices = new Repeated<>(text -> text.toUpperCase(Locale.ROOT));
  private final Repeated<String> skus =
      new Repeated<>(text -> Codes.require("StockCode", text.toUpperCase(Locale.ROOT)));
  private final Repeated<Optional<String>> descriptions =
      new Repeated<>(text -> Optional.of(printable(text)));
  private final Repeated<BigDecimal> quantities = new Repeated<>(text -> Quantity.of(text).value());
  private final Repeated<LocalDateTime> moments =
      new Repeated<>(text -> LocalDateTime.parse(text, AT));
  private final Repeated<BigDecimal> prices = new Repeated<>(text -> UnitPrice.of(text).value());
  private final Repeated<Optional<String>> customers =
      new Repeated<>(text -> Optional.of(customer(text)));

  RetailReader(Rejects rejects) {
    this.rejects = rejects;
  }

  /**
   * A column whose texts come again and again: each is read once, and all lines that have it share
   * what it says. Nine months take some 100 MB less that way.
   */
  private static final class Repeated<T> {
    private final Map<String, T> known = new HashMap<>();
    private final Function<String, T> reading;

    Repeated(Function<String, T> reading) {
      this.reading = reading;
    }

    T of(String text) {
      return known.computeIfAbsent(text, reading);
    }
  }

  /** A file that cannot be read to its end. */
  static final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(Path file, String reason, @Nullable Throwable cause) {
      super(file + ": " + reason, cause);
    }
  }

  /**
   * Reads all lines of a file.
   *
   * @throws BrokenFileException when the file is broken as a whole
   */
  List<RetailLine> read(Path file) {
    List<RetailLine> lines = new ArrayList<>();
    long last = 0;
    try (Reader text = open(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .maxBufferSize(4 * MAX_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
      CloseableIterator<CsvRecord> rows = csv.iterator();
      List<String> header = header(file, rows);
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        last = row.getStartingLineNumber();
        read(file, header, row).ifPresent(lines::add);
      }
    } catch (NoSuchFileException e) {
      throw new BrokenFileException(file, "there is no such file", e);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      String where = last == 0 ? "" : " after line " + last;
      throw new BrokenFileException(file, "cannot be read" + where + ": " + reason(e), e);
    }
    return lines;
  }

  private static String reason(Exception e) {
    Throwable deepest = e;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      deepest = cause;
    }
    if (deepest instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    return deepest instanceof EOFException
        ? "it ends too early"
        : String.valueOf(deepest.getMessage());
  }

  private static List<String> header(Path file, Iterator<CsvRecord> rows) {
    List<String> found = rows.hasNext() ? new ArrayList<>(rows.next().getFields()) : List.of();
    if (!found.isEmpty() && found.get(0).startsWith(BYTE_ORDER_MARK)) {
      found.set(0, found.get(0).substring(BYTE_ORDER_MARK.length()));
    }
    if (!found.containsAll(COLUMNS)) {
      String shown = found.toString();
      String cut = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
      throw new BrokenFileException(
          file, "expected the columns " + COLUMNS + ", found " + cut, null);
    }
    return found;
  }

  private static Reader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      boolean zipped = file.toString().endsWith(".gz");
      InputStream plain = zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new InputStreamReader(
          plain,
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private Optional<RetailLine> read(Path file, List<String> header, CsvRecord row) {
    try {
      if (row.getFieldCount() != header.size()) {
        throw new IllegalArgumentException(
            "expected " + header.size() + " fields, found " + row.getFieldCount());
      }
      return Optional.of(line(column -> row.getField(header.indexOf(column)).strip()));
    } catch (IllegalArgumentException | DateTimeParseException | InvalidCommandException e) {
      rejects.add(
          String.valueOf(file.getFileName()),
          row.getStartingLineNumber(),
          String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private RetailLine line(UnaryOperator<String> row) {
    RetailLine line =
        new RetailLine(
            invoices.of(required(row, "InvoiceNo")),
            skus.of(required(row, "StockCode")),
            text(row, "Description").flatMap(descriptions::of),
            quantities.of(required(row, "Quantity")),
            moments.of(required(row, "InvoiceDate")),
            prices.of(required(row, "UnitPrice")),
            text(row, "CustomerID").flatMap(customers::of));
    require(
        INVOICE.matcher(line.invoice()).matches(),
        "InvoiceNo takes 1..40 printable ASCII characters without # and @, found",
        line.invoice());
    require(
        line.at().getYear() >= 1900 && line.at().getYear() <= 9998,
        "InvoiceDate takes the years 1900..9998, found",
        line.at());
    require(line.quantity().signum() != 0, "Quantity must not be zero, found", line.quantity());
    require(
        line.price().signum() >= 0 || line.isFee(),
        "UnitPrice may be negative for fees only, found",
        line.price());
    if (line.isReturn()) {
      require(
          line.quantity().signum() < 0,
          "Quantity of a cancellation must be negative, found",
          line.quantity());
    } else {
      require(
          line.quantity().signum() > 0 || !line.isFee(),
          "Quantity of a fee may be negative in a cancellation only, found",
          line.quantity());
    }
    return line;
  }

  private static void require(boolean condition, String expected, Object found) {
    if (!condition) {
      throw new IllegalArgumentException(expected + " " + found);
    }
  }

  private static Optional<String> text(UnaryOperator<String> row, String column) {
    String value = row.apply(column);
    if (value.length() > MAX_FIELD) {
      throw new IllegalArgumentException(column + " is longer than " + MAX_FIELD + " characters");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String required(UnaryOperator<String> row, String column) {
    return text(row, column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  /** Names and reasons of the library have no control characters. */
  private static String printable(String description) {
    return CONTROL.matcher(description).replaceAll(" ");
  }

  /** Customer ids went through a spreadsheet: {@code 17850.0} is customer 17850. */
  private static String customer(String text) {
    String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return Codes.require("CustomerID", plain);
  }
}
