package io.jxc.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads online-retail CSV, plain or gzipped. A malformed line goes to the rejects; a file that is
 * broken as a whole (truncated gzip, an endless field, a missing column) stops the run before
 * anything is traded.
 */
final class RetailReader {
  /** Characters a field may have. */
  private static final int MAX_FIELD = 1 << 16;

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
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Rejects rejects;

  RetailReader(Rejects rejects) {
    this.rejects = rejects;
  }

  /** A file that cannot be read to its end. */
  static final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(Path file, long line, String reason, Throwable cause) {
      super(file + ", after line " + line + ": " + reason, cause);
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
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder().maxBufferSize(4 * MAX_FIELD).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        if (last == 0 && !row.getHeader().containsAll(COLUMNS)) {
          String reason = "expected the columns " + COLUMNS + ", found " + row.getHeader();
          throw new BrokenFileException(file, 1, reason, new IllegalArgumentException(reason));
        }
        last = row.getStartingLineNumber();
        read(file, row).ifPresent(lines::add);
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new BrokenFileException(file, last, "the rest cannot be read: " + e.getMessage(), e);
    }
    return lines;
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

  private Optional<RetailLine> read(Path file, NamedCsvRecord row) {
    try {
      if (row.getFieldCount() != COLUMNS.size()) {
        throw new IllegalArgumentException(
            "expected " + COLUMNS.size() + " fields, found " + row.getFieldCount());
      }
      String invoice = required(row, "InvoiceNo").toUpperCase(Locale.ROOT);
      String sku = required(row, "StockCode").toUpperCase(Locale.ROOT);
      BigDecimal quantity = number(row, "Quantity");
      if (quantity.signum() == 0 || quantity.stripTrailingZeros().scale() > 6) {
        throw new IllegalArgumentException("Quantity must not be zero, found " + quantity);
      }
      return Optional.of(
          new RetailLine(
              invoice,
              sku,
              text(row, "Description"),
              quantity,
              LocalDateTime.parse(required(row, "InvoiceDate"), AT),
              number(row, "UnitPrice"),
              text(row, "CustomerID").map(RetailReader::customer)));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      rejects.add(
          String.valueOf(file.getFileName()),
          row.getStartingLineNumber(),
          String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<String> text(NamedCsvRecord row, String column) {
    String value = row.getField(column).strip();
    if (value.length() > MAX_FIELD) {
      throw new IllegalArgumentException(column + " is longer than " + MAX_FIELD + " characters");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String required(NamedCsvRecord row, String column) {
    return text(row, column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  private static BigDecimal number(NamedCsvRecord row, String column) {
    String text = required(row, column);
    if (text.length() > 40) {
      throw new IllegalArgumentException(column + " is no number of 40 digits");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " is no number: " + text, e);
    }
  }

  /** Customer ids went through a spreadsheet: {@code 17850.0} is customer 17850. */
  private static String customer(String text) {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
