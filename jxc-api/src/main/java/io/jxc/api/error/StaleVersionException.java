package io.jxc.api.error;

/** A document was changed since the caller read it. */
public final class StaleVersionException extends ConflictException {
  private static final long serialVersionUID = 1L;

  /** Refuses a change that is based on an old version. */
  public StaleVersionException(String kind, String key, long expected, long found) {
    super(
        ErrorCode.VERSION_STALE,
        args(
            "kind",
            kind,
            "key",
            key,
            "expected",
            Long.toString(expected),
            "found",
            Long.toString(found)));
  }

  /** Returns the version the document has now. */
  public long currentVersion() {
    return Long.parseLong(arguments().getOrDefault("found", "0"));
  }
}
