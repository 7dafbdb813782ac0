package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;

/**
 * A tenant: one company with its own books. Everything stored belongs to exactly one.
 *
 * @param value 1 to 40 of the characters {@code a-z A-Z 0-9 . _ -}; compared exactly
 */
public record TenantId(String value) {
  /** Characters a tenant may have. */
  public static final int MAX_LENGTH = 40;

  /**
   * Checks the value.
   *
   * @throws InvalidCommandException {@code tenant.invalid}
   */
  public TenantId {
    if (!wellFormed(value)) {
      throw InvalidCommandException.of(
          "tenant", ErrorCode.TENANT_INVALID, "1..40 of a-z A-Z 0-9 . _ -", value);
    }
  }

  /** Returns the tenant of this name. */
  public static TenantId of(String value) {
    return new TenantId(value);
  }

  private static boolean wellFormed(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
