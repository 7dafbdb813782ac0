package io.jxc.api.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the host cannot be worked in, or no longer. JXC neither commits nor rolls it
 * back: that is the host's.
 *
 * <pre>{@code
 * try {
 *   jxc.as(actor).joining(HostTransaction.of(connection)).sales().place(order);
 *   connection.commit();
 * } catch (HostTransactionException e) {
 *   connection.rollback(); // e.retryable(): begin again, with the same request ids
 * }
 * }</pre>
 */
public final class HostTransactionException extends StorageException {
  private static final long serialVersionUID = 1L;

  private HostTransactionException(
      ErrorCode code, Map<String, String> arguments, boolean passing, @Nullable Throwable cause) {
    super(code, arguments, passing, cause);
  }

  /** The connection is not one to join: nothing was done on it. */
  public static HostTransactionException unfit(String reason) {
    return new HostTransactionException(
        ErrorCode.HOST_TRANSACTION_UNFIT, args("reason", reason), false, null);
  }

  /**
   * The database has given the transaction up, or it can no longer see what is true. Whatever was
   * done in it, by the host too, may be gone already: committing it now would keep a part.
   *
   * @param passing whether the same work may succeed in a new transaction
   */
  public static HostTransactionException broken(
      String reason, boolean passing, @Nullable Throwable cause) {
    return new HostTransactionException(
        ErrorCode.HOST_TRANSACTION_BROKEN, args("reason", reason), passing, cause);
  }

  /** Tells whether the host must roll back: true but for a transaction that was never joined. */
  public boolean mustRollBack() {
    return code().equals(ErrorCode.HOST_TRANSACTION_BROKEN.code());
  }
}
