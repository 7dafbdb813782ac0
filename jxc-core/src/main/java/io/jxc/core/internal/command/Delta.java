package io.jxc.core.internal.command;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By how much a balance moves.
 *
 * <pre>{@code
 * changes.add(STOCK, key, Delta.of(STOCK).sum("on_hand", quantity).floor("on_hand"));
 * }</pre>
 */
public final class Delta {
  private final BalanceType type;
  private final Map<Integer, BigDecimal> sums = new HashMap<>();
  private final Map<Integer, BigDecimal> latest = new HashMap<>();
  private final Set<String> floors = new HashSet<>();

  private Delta(BalanceType type) {
    this.type = type;
  }

  /** Starts a delta of nothing. */
  public static Delta of(BalanceType type) {
    return new Delta(type);
  }

  /** Moves a SUM column by a signed amount. */
  public Delta sum(String column, BigDecimal amount) {
    sums.merge(require(column, BalanceType.Movement.SUM), amount, BigDecimal::add);
    return this;
  }

  /** Tells a LATEST column its newest value. */
  public Delta latest(String column, BigDecimal value) {
    latest.put(require(column, BalanceType.Movement.LATEST), value);
    return this;
  }

  /** Demands a declared floor of the result. */
  public Delta floor(String name) {
    floors.add(type.floor(name).name());
    return this;
  }

  private int require(String column, BalanceType.Movement movement) {
    int position = type.column(column);
    if (type.columns().get(position).movement() != movement) {
      throw new IllegalArgumentException(type.name() + "." + column + " is not " + movement);
    }
    return position;
  }

  Set<String> floors() {
    return floors;
  }

  /** Returns the values after the move, or refuses what would break a demanded floor. */
  List<BigDecimal> apply(Balance before) {
    List<BigDecimal> after = new ArrayList<>(before.values());
    sums.forEach((i, amount) -> after.set(i, exact(i, after.get(i).add(amount))));
    latest.forEach((i, value) -> after.set(i, exact(i, value)));
    for (String floor : floors) {
      if (level(type.floor(floor), after).signum() < 0) {
        throw new ChangeRefusedException(
            ChangeRefusedException.Reason.FLOOR, type.name(), before.key().toString());
      }
    }
    return after;
  }

  private BigDecimal exact(int column, BigDecimal value) {
    return value.setScale(type.columns().get(column).scale(), RoundingMode.UNNECESSARY);
  }

  private BigDecimal level(BalanceType.Floor floor, List<BigDecimal> values) {
    BigDecimal level = BigDecimal.ZERO;
    for (String column : floor.plus()) {
      level = level.add(values.get(type.column(column)));
    }
    for (String column : floor.minus()) {
      level = level.subtract(values.get(type.column(column)));
    }
    return level;
  }
}
