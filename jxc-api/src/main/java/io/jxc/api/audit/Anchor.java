package io.jxc.api.audit;

import io.jxc.api.Checks;
import io.jxc.api.error.ErrorCode;

/**
 * The end of the chain at some time. Kept outside the database, it shows later that the log was not
 * cut or rewritten before it.
 *
 * @param sequence last sequence of a block
 * @param hash that block's hash, 64 hexadecimal digits in lower case
 */
public record Anchor(long sequence, String hash) {
  /**
   * Checks the form.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code number.range}, {@code text.invalid}
   */
  public Anchor {
    Checks checks = new Checks();
    checks.require(
        sequence >= 0, "sequence", ErrorCode.NUMBER_RANGE, "0 or more", Long.toString(sequence));
    checks.require(
        hash.length() == 64
            && hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')),
        "hash",
        ErrorCode.TEXT_INVALID,
        "64 hexadecimal digits in lower case",
        hash);
    checks.done();
  }
}
