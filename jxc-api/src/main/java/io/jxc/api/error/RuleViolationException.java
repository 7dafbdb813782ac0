package io.jxc.api.error;

import java.util.Map;

/** A business rule refuses a well-formed, permitted request. */
public non-sealed class RuleViolationException extends JxcException {
  private static final long serialVersionUID = 1L;

  /** Refuses for this reason. */
  protected RuleViolationException(ErrorCode code, Map<String, String> arguments) {
    super(code, arguments, null);
  }

  /** Refuses for a reason without a type of its own: name, value, name, value … */
  public static RuleViolationException of(ErrorCode code, String... namesAndValues) {
    return new RuleViolationException(code, args(namesAndValues));
  }
}
