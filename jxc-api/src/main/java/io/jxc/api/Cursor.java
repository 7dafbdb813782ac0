package io.jxc.api;

/**
 * A place in a list or in the feed, to go on from. Opaque; bound to the tenant and the query it
 * came from.
 *
 * @param value text to be kept and handed back unchanged, at most 4,000 characters
 */
public record Cursor(String value) {
  /**
   * Checks the length.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  public Cursor {
    if (value.isEmpty() || value.length() > 4_000) {
      throw io.jxc.api.error.InvalidCommandException.of(
          "cursor",
          io.jxc.api.error.ErrorCode.CURSOR_INVALID,
          "a cursor of an earlier page",
          value.length() + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
