package io.jxc.api.error;

import java.util.Map;

/** The request collides with what somebody else did, or with what the caller did before. */
public non-sealed class ConflictException extends JxcException {
  private static final long serialVersionUID = 1L;

  /** Refuses for this reason. */
  protected ConflictException(ErrorCode code, Map<String, String> arguments) {
    super(code, arguments, null);
  }

  /** A tenant exists with other fixed settings. */
  public static ConflictException tenant(
      String tenant, String what, String expected, String found) {
    return new ConflictException(
        ErrorCode.TENANT_CONFLICT,
        args("key", tenant, "what", what, "expected", expected, "found", found));
  }
}
