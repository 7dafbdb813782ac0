package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Repairs what a verification has found, and nothing else: it is proven again, and refused where it
 * is no longer the same.
 *
 * <pre>{@code
 * StockVerification found = session.inventory().verify();
 * if (!found.ok()) {
 *   session.inventory().rebuild(RebuildStock.of(found).reason("restored from a broken disk"));
 * }
 * }</pre>
 *
 * @param requestId identity of the request
 * @param plan name of the list of differences
 * @param reason why, 1 to 500 characters
 */
public record RebuildStock(String requestId, String plan, String reason) implements Command {
  /** Checks the command. */
  public RebuildStock {
    Checks checks = new Checks();
    checks.requestId(requestId);
    plan = checks.code("plan", plan);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Repairs what was found. */
  public static RebuildStock of(StockVerification found) {
    return new RebuildStock(RequestIds.next(), found.plan(), "verification found differences");
  }

  /** Returns a copy with another reason. */
  public RebuildStock reason(String text) {
    return new RebuildStock(requestId, plan, text);
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public RebuildStock requestId(String id) {
    return new RebuildStock(id, plan, reason);
  }
}
