package io.jxc.api.error;

import io.jxc.api.TenantId;
import java.time.Duration;
import java.util.Map;

/** The request was not tried; nothing was changed. */
public non-sealed class UnavailableException extends JxcException {
  private static final long serialVersionUID = 1L;

  private UnavailableException(ErrorCode code, Map<String, String> arguments) {
    super(code, arguments, null);
  }

  /** The library is closed. */
  public static UnavailableException closed() {
    return new UnavailableException(ErrorCode.CLOSED, args());
  }

  /** Too many commands wait. */
  public static UnavailableException overloaded(TenantId tenant, int waiting) {
    return new UnavailableException(
        ErrorCode.OVERLOADED, args("tenant", tenant.value(), "waiting", Integer.toString(waiting)));
  }

  /** The command waited longer than its deadline. */
  public static UnavailableException deadline(Duration limit) {
    return new UnavailableException(ErrorCode.DEADLINE, args("limit", limit.toString()));
  }

  /** The store could not be read of late; it is tried again after a pause. */
  public static UnavailableException store(Duration pause) {
    return new UnavailableException(
        ErrorCode.STORE_UNAVAILABLE, args("pause", pause.toSeconds() + " s"));
  }

  /** Other nodes kept changing the tenant. */
  public static UnavailableException contended(TenantId tenant) {
    return new UnavailableException(ErrorCode.CONTENDED, args("tenant", tenant.value()));
  }

  @Override
  public boolean retryable() {
    return errorCode() != ErrorCode.CLOSED;
  }
}
