package io.jxc.api.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store failed, and nothing was changed. */
public non-sealed class StorageException extends JxcException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /** Reports a failure; {@code passing} when the same request may succeed later. */
  protected StorageException(
      ErrorCode code, Map<String, String> arguments, boolean passing, @Nullable Throwable cause) {
    super(code, arguments, cause);
    this.passing = passing;
  }

  /** The store could not be reached, or gave up for a reason that passes. */
  public static StorageException passing(String reason, Throwable cause) {
    return new StorageException(ErrorCode.STORAGE_FAILED, args("reason", reason), true, cause);
  }

  /** The store failed for a reason that stays. */
  public static StorageException failed(String reason, Throwable cause) {
    return new StorageException(ErrorCode.STORAGE_FAILED, args("reason", reason), false, cause);
  }

  /** A stored row is damaged; the reason says nothing of what is in it. */
  public static StorageException unreadable(String type, String key, String reason) {
    return new StorageException(
        ErrorCode.STORAGE_UNREADABLE,
        args("type", type, "key", key, "reason", reason),
        false,
        null);
  }

  /** The store is set up in a way that loses data or cannot work. */
  public static StorageException misconfigured(String reason) {
    return new StorageException(
        ErrorCode.STORAGE_MISCONFIGURED, args("reason", reason), false, null);
  }

  /** The stored schema is newer, half migrated or changed. */
  public static StorageException schema(String reason) {
    return new StorageException(ErrorCode.SCHEMA_MISMATCH, args("reason", reason), false, null);
  }

  /** The store cannot be part of a host transaction. */
  public static StorageException cannotJoin(String store) {
    return new StorageException(ErrorCode.STORAGE_CANNOT_JOIN, args("store", store), false, null);
  }

  @Override
  public boolean retryable() {
    return passing;
  }
}
