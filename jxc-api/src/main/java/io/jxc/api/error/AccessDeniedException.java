package io.jxc.api.error;

import java.util.Map;

/** The actor lacks a right; names the right, never the hidden object. */
public non-sealed class AccessDeniedException extends JxcException {
  private static final long serialVersionUID = 1L;

  private AccessDeniedException(ErrorCode code, Map<String, String> arguments) {
    super(code, arguments, null);
  }

  /** The actor lacks a permission. */
  public static AccessDeniedException missing(String actor, String permission) {
    return new AccessDeniedException(
        ErrorCode.ACCESS_DENIED, args("actor", actor, "permission", permission));
  }

  /** The actor would give away a permission that it does not hold. */
  public static AccessDeniedException escalation(String actor, String permission) {
    return new AccessDeniedException(
        ErrorCode.ACCESS_ESCALATION, args("actor", actor, "permission", permission));
  }

  /** The actor would approve an own document. */
  public static AccessDeniedException ownDocument(String actor, String kind, String key) {
    return new AccessDeniedException(
        ErrorCode.APPROVAL_OWN_DOCUMENT,
        args("actor", actor, "kind", kind, "key", key, "permission", "approval.decide"));
  }

  /** Returns the missing permission. */
  public String permission() {
    return arguments().getOrDefault("permission", "");
  }
}
