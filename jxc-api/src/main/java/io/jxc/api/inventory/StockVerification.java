package io.jxc.api.inventory;

import java.util.List;

/**
 * A proof that stock is what the movements and claims say, or what differs.
 *
 * @param sequence sequence of the last commit that is proven
 * @param movements how many movements were added up
 * @param balances how many stored balances were compared
 * @param differences what differs, at most {@value #MAX_DIFFERENCES}
 * @param complete whether all that differs is listed
 * @param plan names this list, to have exactly it repaired; see {@link RebuildStock}
 */
public record StockVerification(
    long sequence,
    long movements,
    long balances,
    List<BalanceDifference> differences,
    boolean complete,
    String plan) {
  /** Differences that are listed, and repaired, at a time. */
  public static final int MAX_DIFFERENCES = 1_000;

  /** Copies the list. */
  public StockVerification {
    differences = List.copyOf(differences);
  }

  /** Tells whether nothing differs. */
  public boolean ok() {
    return differences.isEmpty();
  }
}
