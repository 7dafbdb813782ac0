package io.jxc.api.inventory;

import io.jxc.api.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which movements to add up.
 *
 * @param sku only those of one product
 * @param from first business date; absent = from the start
 * @param to last business date; absent = to the end
 */
public record MovementTotalsQuery(
    Optional<String> sku, Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Checks the code. */
  public MovementTotalsQuery {
    Checks checks = new Checks();
    sku = checks.code("sku", sku);
    checks.done();
  }

  /** Adds up everything. */
  public static MovementTotalsQuery all() {
    return new MovementTotalsQuery(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Adds up one product. */
  public MovementTotalsQuery sku(String code) {
    return new MovementTotalsQuery(Optional.of(code), from, to);
  }

  /** Adds up a period of business dates, both included. */
  public MovementTotalsQuery between(LocalDate first, LocalDate last) {
    return new MovementTotalsQuery(sku, Optional.of(first), Optional.of(last));
  }
}
