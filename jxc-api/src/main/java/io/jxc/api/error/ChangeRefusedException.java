package io.jxc.api.error;

/**
 * A store refused a change set: a version, a floor or a count did not hold. Nothing was changed.
 */
public final class ChangeRefusedException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** What did not hold. */
  public enum Reason {
    /** A row does not have the expected version. */
    VERSION,
    /** A balance would fall below a floor. */
    FLOOR,
    /** A row that must exist is absent, or the other way round. */
    EXISTENCE
  }

  private final Reason reason;

  /** Refuses a change of a row. */
  public ChangeRefusedException(Reason reason, String type, String key) {
    super(
        ErrorCode.CHANGE_REFUSED,
        args("type", type, "key", key, "reason", reason.name()),
        false,
        null);
    this.reason = reason;
  }

  /** Returns what did not hold. */
  public Reason reason() {
    return reason;
  }
}
