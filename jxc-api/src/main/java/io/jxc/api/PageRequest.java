package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.util.Optional;

/**
 * Asks for a page of a list.
 *
 * @param size items wanted at most, 1 to 1,000
 * @param after the place to go on after; absent = from the start
 */
public record PageRequest(int size, Optional<Cursor> after) {
  /** Items a page may have. */
  public static final int MAX_SIZE = 1_000;

  /**
   * Checks the size.
   *
   * @throws InvalidCommandException {@code page.size}
   */
  public PageRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw InvalidCommandException.of(
          "size", ErrorCode.PAGE_SIZE, "1..1000", Integer.toString(size));
    }
  }

  /** Asks for the first page. */
  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }

  /** Asks for the page after a cursor. */
  public PageRequest after(Cursor cursor) {
    return new PageRequest(size, Optional.of(cursor));
  }
}
