package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.error.ErrorCode;
import java.util.Optional;

/**
 * A step of a flow.
 *
 * @param role code of the role whose holders may decide
 * @param minimum the step applies to documents of this amount or more, tax included, zero or above,
 *     in the base currency; absent = to every document
 */
public record ApprovalStep(String role, Optional<Money> minimum) {
  /** Checks the step; see the record. */
  public ApprovalStep {
    Checks checks = new Checks();
    role = checks.code("role", role);
    minimum.ifPresent(
        amount ->
            checks.require(
                amount.signum() >= 0,
                "minimum",
                ErrorCode.NUMBER_RANGE,
                "0 or more",
                amount.toString()));
    checks.done();
  }

  /** Tells whether a document of this amount needs the step. */
  public boolean appliesTo(Money amount) {
    return minimum.map(least -> amount.compareTo(least) >= 0).orElse(true);
  }
}
