package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Brings a stopped product back into sale.
 *
 * @param requestId identity of the request
 * @param sku code of the product
 */
public record ResumeSell(String requestId, String sku) implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  public ResumeSell {
    Checks checks = new Checks();
    checks.requestId(requestId);
    sku = checks.code("sku", sku);
    checks.done();
  }

  /** Returns the command for a product, with a request id of its own. */
  public static ResumeSell of(String sku) {
    return new ResumeSell(RequestIds.next(), sku);
  }
}
