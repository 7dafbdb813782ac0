package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.error.ErrorCode;
import java.util.Optional;

/**
 * How far a partner is trusted. Kept for the host's own decisions: what a customer owes is not
 * known to the library yet, so orders are not held against the limit.
 *
 * @param grade the host's own grade, for example {@code A}; form of a code
 * @param limit what may be owed at most, zero or above, in the base currency; absent = no limit
 */
public record CreditTerms(Optional<String> grade, Optional<Money> limit) {
  /** No grade and no limit. */
  public static final CreditTerms NONE = new CreditTerms(Optional.empty(), Optional.empty());

  /**
   * Checks the terms.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}, {@code number.range}
   */
  public CreditTerms {
    Checks checks = new Checks();
    grade = checks.code("grade", grade);
    limit.ifPresent(
        amount ->
            checks.require(
                amount.signum() >= 0,
                "limit",
                ErrorCode.NUMBER_RANGE,
                "0 or more",
                amount.toString()));
    checks.done();
  }
}
