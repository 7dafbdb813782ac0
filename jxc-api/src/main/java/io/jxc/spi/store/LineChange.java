package io.jxc.spi.store;

import java.util.Optional;

/**
 * A line inserted, updated or deleted. The header of its document is always put in the same change
 * set, so the header's version guards the lines.
 *
 * @param type name of the declared document type
 * @param documentKey key of its document
 * @param lineNo 1 to 10,000
 * @param operation what happens to the row
 * @param content the new content; absent exactly for a deletion
 */
public record LineChange(
    String type,
    String documentKey,
    int lineNo,
    Operation operation,
    Optional<DocumentChange.Content> content) {

  /** What happens to a row. */
  public enum Operation {
    /** The row is new. */
    INSERT,
    /** The row exists and changes. */
    UPDATE,
    /** The row exists and goes away. */
    DELETE
  }

  /** Checks number and content. */
  public LineChange {
    if (lineNo < 1 || lineNo > LineType.MAX_LINES) {
      throw new IllegalArgumentException("line numbers are 1..10000, found " + lineNo);
    }
    if ((operation == Operation.DELETE) != content.isEmpty()) {
      throw new IllegalArgumentException("a line has content unless it is deleted");
    }
  }
}
