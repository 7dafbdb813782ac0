package io.jxc.api.sales;

import io.jxc.api.Money;
import io.jxc.api.Quantity;
import java.util.Optional;

/**
 * Sums over the sales ledger.
 *
 * @param sales what was shipped
 * @param returns what came back; its figures are above zero too
 */
public record SalesFigures(Side sales, Side returns) {
  /**
   * The sums of one side.
   *
   * @param lines how many lines
   * @param units base units of goods; services do not count
   * @param gross Σ quantity × price before any rounding to coins
   * @param net without tax
   * @param tax the tax
   * @param cost cost of the goods; absent without {@code cost.view}
   * @param margin net − cost; absent without {@code cost.view}
   */
  public record Side(
      long lines,
      Quantity units,
      Money gross,
      Money net,
      Money tax,
      Optional<Money> cost,
      Optional<Money> margin) {}
}
