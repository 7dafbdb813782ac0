package io.jxc.core.internal.inventory;

import io.jxc.api.inventory.BalanceDifference;
import java.time.Instant;
import java.util.List;

/**
 * A repair of balances, kept for ever.
 *
 * @param id its id
 * @param plan name of the list of differences
 * @param reason why
 * @param repairs what was found and what it became
 * @param createdBy user who did it
 * @param createdAt when
 */
public record StockRepair(
    String id,
    String plan,
    String reason,
    List<BalanceDifference> repairs,
    String createdBy,
    Instant createdAt) {
  /** Copies the list. */
  public StockRepair {
    repairs = List.copyOf(repairs);
  }
}
