package io.jxc.spi.store;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a listing and where to go on.
 *
 * @param rows in the listing's order
 * @param next present when there may be more; then also when {@code rows} is short, because the
 *     bound on rows read was met
 */
public record Slice(List<StoredRow> rows, Optional<Position> next) {
  /**
   * A place in a listing.
   *
   * @param sort values of the sort attributes
   * @param tie document key, for lines followed by 0x00 and the 5-digit line number; for journals
   *     the 19-digit sequence
   */
  public record Position(List<Object> sort, String tie) {
    /** Copies the list. */
    public Position {
      sort = List.copyOf(sort);
    }

    /** Returns the tie-break of a row. */
    public static String tie(StoredRow row) {
      if (row instanceof DocumentRow document) {
        return document.key();
      } else if (row instanceof LineRow line) {
        return line.documentKey() + Names.SEPARATOR + String.format("%05d", line.lineNo());
      }
      return String.format("%019d", ((JournalRow) row).sequence());
    }

    /** Returns the place of a row in a listing. */
    public static Position of(Listing listing, StoredRow row) {
      return new Position(
          listing.sort().stream().map(name -> row.attributes().value(name).orElseThrow()).toList(),
          tie(row));
    }
  }

  /** Copies the list. */
  public Slice {
    rows = List.copyOf(rows);
  }
}
