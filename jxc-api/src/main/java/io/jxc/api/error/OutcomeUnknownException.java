package io.jxc.api.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** It is not known whether a request was committed; the same request id tells. */
public non-sealed class OutcomeUnknownException extends JxcException {
  private static final long serialVersionUID = 1L;

  private OutcomeUnknownException(String requestId, @Nullable Throwable cause) {
    super(ErrorCode.OUTCOME_UNKNOWN, args("requestId", requestId), cause);
  }

  /** The fate of a caller's request is unknown. */
  public static OutcomeUnknownException ofRequest(String requestId, Throwable cause) {
    return new OutcomeUnknownException(requestId, cause);
  }

  /** The fate of a block is unknown; thrown by stores, resolved by core. */
  public static OutcomeUnknownException ofBlock(UUID blockId, Throwable cause) {
    return new OutcomeUnknownException("block " + blockId, cause);
  }

  /** Returns the request id to send again. */
  public String requestId() {
    return arguments().getOrDefault("requestId", "");
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
