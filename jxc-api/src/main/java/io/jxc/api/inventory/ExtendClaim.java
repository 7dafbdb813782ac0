package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives a hold more time, counted from now. A firm claim stays as it is.
 *
 * <pre>{@code
 * ExtendClaim.of(claim.id()).holdFor(Duration.ofMinutes(15));
 * }</pre>
 *
 * @param requestId identity of the request
 * @param claim id of the claim
 * @param holdFor how long it lasts from now, 1 second to 90 days; absent = the tenant's hold time
 */
public record ExtendClaim(String requestId, String claim, Optional<Duration> holdFor)
    implements Command {
  /** Checks the command. */
  public ExtendClaim {
    Checks checks = new Checks();
    checks.requestId(requestId);
    claim = checks.code("claim", claim);
    holdFor.ifPresent(time -> ClaimStock.checkHold(checks, time));
    checks.done();
  }

  /** Extends a claim by the tenant's hold time. */
  public static ExtendClaim of(String claim) {
    return new ExtendClaim(RequestIds.next(), claim, Optional.empty());
  }

  /** Returns a copy that lasts so long. */
  public ExtendClaim holdFor(Duration time) {
    return new ExtendClaim(requestId, claim, Optional.of(time));
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public ExtendClaim requestId(String id) {
    return new ExtendClaim(id, claim, holdFor);
  }
}
