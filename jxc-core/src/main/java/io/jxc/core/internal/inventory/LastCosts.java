package io.jxc.core.internal.inventory;

import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Computes the last cost of a product from its movements: goods that come in leave the average
 * behind that they make, goods that go out the one that they found. Movements are undone from the
 * newest on until one tells; nearly always that is the newest.
 */
final class LastCosts {
  private static final int FIRST_PAGE = 2;
  private static final int PAGE = 1_000;

  private BigDecimal quantity;
  private BigDecimal value;

  /** Value that left the pool behind goods that came in, because they cover earlier issues. */
  private BigDecimal late = BigDecimal.ZERO;

  private LastCosts(BigDecimal quantity, BigDecimal value) {
    this.quantity = quantity;
    this.value = value;
  }

  /**
   * Returns what the pool of a product should keep as its last cost; zero if it never had one.
   *
   * @param quantity what all movements add up to
   * @param value what all movements are worth
   */
  static BigDecimal of(StoreView view, String sku, BigDecimal quantity, BigDecimal value) {
    return new LastCosts(quantity, value).search(view, sku).orElse(BigDecimal.ZERO);
  }

  private Optional<BigDecimal> search(StoreView view, String sku) {
    Optional<Slice.Position> after = Optional.empty();
    int page = FIRST_PAGE;
    do {
      Slice slice =
          view.list(
              ListQuery.of(Source.JOURNAL, InventoryTypes.MOVEMENT.name(), "by_sku")
                  .equal(sku)
                  .descending()
                  .after(after)
                  .limit(page)
                  .build());
      for (StoredRow row : slice.rows()) {
        Optional<BigDecimal> told = undo(InventoryTypes.MOVEMENT.decode((JournalRow) row));
        if (told.isPresent()) {
          return told;
        }
      }
      after = slice.next();
      page = PAGE;
    } while (after.isPresent());
    return Optional.empty();
  }

  /** Goes back before a movement, or says what it left as the last cost. */
  private Optional<BigDecimal> undo(Movement movement) {
    boolean in = Places.real(movement.to().warehouse());
    boolean out = Places.real(movement.from().warehouse());
    if (in == out) {
      return Optional.empty();
    }
    if (movement.quantity().signum() == 0) {
      late = in ? late.subtract(movement.value()) : late.add(movement.value());
      return Optional.empty();
    }
    return in ? undoIn(movement) : undoOut(movement);
  }

  private Optional<BigDecimal> undoIn(Movement movement) {
    if (quantity.signum() > 0) {
      return Optional.of(Costing.unitCost(value, quantity));
    } else if (movement.value().signum() > 0) {
      return Optional.of(Costing.unitCost(movement.value(), movement.quantity()));
    }
    quantity = quantity.subtract(movement.quantity());
    value = value.subtract(movement.value().subtract(late));
    late = BigDecimal.ZERO;
    return Optional.empty();
  }

  private Optional<BigDecimal> undoOut(Movement movement) {
    quantity = quantity.add(movement.quantity());
    value = value.add(movement.value());
    return quantity.signum() > 0
        ? Optional.of(Costing.unitCost(value, quantity))
        : Optional.empty();
  }
}
