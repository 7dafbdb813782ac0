package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Gives a claim back. One that is over already stays as it is.
 *
 * <pre>{@code
 * ReleaseClaim.of(claim.id());
 * }</pre>
 *
 * @param requestId identity of the request
 * @param claim id of the claim
 */
public record ReleaseClaim(String requestId, String claim) implements Command {
  /** Checks the command. */
  public ReleaseClaim {
    Checks checks = new Checks();
    checks.requestId(requestId);
    claim = checks.code("claim", claim);
    checks.done();
  }

  /** Names the claim. */
  public static ReleaseClaim of(String claim) {
    return new ReleaseClaim(RequestIds.next(), claim);
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public ReleaseClaim requestId(String id) {
    return new ReleaseClaim(id, claim);
  }
}
