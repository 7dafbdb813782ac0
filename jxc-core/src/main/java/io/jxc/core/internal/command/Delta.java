package io.jxc.core.internal.command;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By how much a balance moves.
 *
 * <pre>{@code
 * changes.add(STOCK, key, Delta.of(STOCK).sum("on_hand", quantity).floor("on_hand"));
 * }</pre>
 */
public final class Delta {
  private final BalanceType type;

  /** By column: what is added to a SUM, or what a LATEST becomes. */
  private final @Nullable BigDecimal[] moves;

  private Set<String> floors = Set.of();

  private Delta(BalanceType type) {
    this.type = type;
    this.moves = new @Nullable BigDecimal[type.columns().size()];
  }

  /** Starts a delta of nothing. */
  public static Delta of(BalanceType type) {
    return new Delta(type);
  }

  /** Moves a SUM column by a signed amount. */
  public Delta sum(String column, BigDecimal amount) {
    int position = require(column, BalanceType.Movement.SUM);
    BigDecimal earlier = moves[position];
    moves[position] = earlier == null ? amount : earlier.add(amount);
    return this;
  }

  /** Tells a LATEST column its newest value. */
  public Delta latest(String column, BigDecimal value) {
    moves[require(column, BalanceType.Movement.LATEST)] = value;
    return this;
  }

  /** Demands a declared floor of the result. */
  public Delta floor(String name) {
    floors = union(floors, Set.of(type.floor(name).name()));
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

  /** Returns the names of both; most deltas demand none or one. */
  static Set<String> union(Set<String> left, Set<String> right) {
    if (left.containsAll(right)) {
      return left;
    } else if (right.containsAll(left)) {
      return right;
    }
    Set<String> both = new HashSet<>(left);
    both.addAll(right);
    return Set.copyOf(both);
  }

  /** Returns the values after the move, or refuses what would break a demanded floor. */
  List<BigDecimal> apply(Balance before) {
    BigDecimal[] values = before.values().toArray(BigDecimal[]::new);
    for (int i = 0; i < values.length; i++) {
      BigDecimal move = moves[i];
      if (move != null) {
        boolean sum = type.columns().get(i).movement() == BalanceType.Movement.SUM;
        values[i] = exact(i, sum ? values[i].add(move) : move);
      }
    }
    List<BigDecimal> after = List.of(values);
    for (String floor : floors) {
      if (type.floor(floor).level(type, after).signum() < 0) {
        throw new ChangeRefusedException(
            ChangeRefusedException.Reason.FLOOR, type.name(), before.key().toString());
      }
    }
    return after;
  }

  private BigDecimal exact(int column, BigDecimal value) {
    BalanceType.Column stored = type.columns().get(column);
    BigDecimal exact = value.setScale(stored.scale(), RoundingMode.UNNECESSARY);
    if (exact.precision() > Attribute.DECIMAL_PRECISION) {
      // no store could keep it, and would refuse the whole batch
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          type.name() + "." + stored.name(),
          "found",
          exact.precision() + " digits",
          "limit",
          Attribute.DECIMAL_PRECISION + " digits");
    }
    return exact;
  }
}
