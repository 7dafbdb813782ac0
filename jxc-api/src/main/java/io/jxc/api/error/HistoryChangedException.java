package io.jxc.api.error;

/** A cursor belongs to a history that was since restored to an earlier point. */
public final class HistoryChangedException extends ConflictException {
  private static final long serialVersionUID = 1L;

  /** Refuses a cursor of another incarnation. */
  public HistoryChangedException() {
    super(ErrorCode.HISTORY_CHANGED, args());
  }
}
