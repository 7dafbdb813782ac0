package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Makes a hold firm: it no longer ends by itself. A firm claim stays as it is.
 *
 * <pre>{@code
 * ConfirmClaim.of(claim.id());
 * }</pre>
 *
 * @param requestId identity of the request
 * @param claim id of the claim
 */
public record ConfirmClaim(String requestId, String claim) implements Command {
  /** Checks the command. */
  public ConfirmClaim {
    Checks checks = new Checks();
    checks.requestId(requestId);
    claim = checks.code("claim", claim);
    checks.done();
  }

  /** Names the claim. */
  public static ConfirmClaim of(String claim) {
    return new ConfirmClaim(RequestIds.next(), claim);
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public ConfirmClaim requestId(String id) {
    return new ConfirmClaim(id, claim);
  }
}
