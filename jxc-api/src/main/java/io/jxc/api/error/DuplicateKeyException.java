package io.jxc.api.error;

/** A code, barcode, number or external id is taken. */
public final class DuplicateKeyException extends ConflictException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses a value that another document has; {@code index} is for example {@code
   * product.barcode}.
   */
  public DuplicateKeyException(String index, String value) {
    super(ErrorCode.DUPLICATE_KEY, args("index", index, "value", value));
  }

  /** Returns what must be unique, for example {@code product.barcode}. */
  public String index() {
    return arguments().getOrDefault("index", "");
  }

  /** Returns the value that is taken. */
  public String value() {
    return arguments().getOrDefault("value", "");
  }
}
