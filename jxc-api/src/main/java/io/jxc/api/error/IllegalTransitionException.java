package io.jxc.api.error;

/** A document is not in a state that allows the step. */
public final class IllegalTransitionException extends RuleViolationException {
  private static final long serialVersionUID = 1L;

  /** Refuses an action on a document of this status. */
  public IllegalTransitionException(
      String kind, String key, String action, String status, String expected) {
    super(
        ErrorCode.TRANSITION_ILLEGAL,
        args("kind", kind, "key", key, "action", action, "status", status, "expected", expected));
  }

  /** Returns the status the document has. */
  public String status() {
    return arguments().getOrDefault("status", "");
  }

  /** Returns the action that was refused. */
  public String action() {
    return arguments().getOrDefault("action", "");
  }
}
