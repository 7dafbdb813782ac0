package io.jxc.api.error;

/** A request id was used before with other content. */
public final class RequestIdReusedException extends ConflictException {
  private static final long serialVersionUID = 1L;

  /** Refuses a request whose id stands for something else. */
  public RequestIdReusedException(String requestId) {
    super(ErrorCode.REQUEST_ID_REUSED, args("requestId", requestId));
  }
}
