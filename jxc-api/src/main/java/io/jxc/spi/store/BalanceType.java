package io.jxc.spi.store;

import java.math.BigDecimal;
import java.util.List;

/**
 * Declares a type of balance: numbers that must add up, moved by signed deltas and never set.
 *
 * @param name lower_snake_case; the SQL table is {@code jxc_<name>}
 * @param dimensions names of the key's components, 1 to 6; an unused one holds the empty text
 * @param columns the numbers
 * @param floors conditions on one row that a change may ask to hold
 * @param deleteWhenZero whether a row of all zeroes is deleted; such types have SUM columns only
 */
public record BalanceType(
    String name,
    List<String> dimensions,
    List<Column> columns,
    List<Floor> floors,
    boolean deleteWhenZero) {

  /** How a column moves. */
  public enum Movement {
    /** Moved by signed deltas; its value is the sum of all of them. */
    SUM,
    /** Holds what the newest entry says, for example the last cost. */
    LATEST
  }

  /**
   * A number of a balance.
   *
   * @param name lower_snake_case
   * @param scale digits after the point, 0 to 8, of 24 in all
   * @param movement how it moves
   */
  public record Column(String name, int scale, Movement movement) {
    /** Checks the name and the scale. */
    public Column {
      Names.requireIdentifier("column", name);
      if (scale < 0 || scale > 8) {
        throw new IllegalArgumentException("column " + name + ": scale must be 0..8, was " + scale);
      }
    }

    /** Declares a column moved by deltas. */
    public static Column sum(String name, int scale) {
      return new Column(name, scale, Movement.SUM);
    }

    /** Declares a column that holds the newest value. */
    public static Column latest(String name, int scale) {
      return new Column(name, scale, Movement.LATEST);
    }
  }

  /**
   * A condition on one row after a change: Σ {@code plus} − Σ {@code minus} ≥ 0.
   *
   * @param name lower_snake_case
   * @param plus columns added
   * @param minus columns taken away
   */
  public record Floor(String name, List<String> plus, List<String> minus) {
    /** Copies the lists. */
    public Floor {
      Names.requireIdentifier("floor", name);
      plus = List.copyOf(plus);
      minus = List.copyOf(minus);
    }

    /**
     * Returns what must not be below zero.
     *
     * @param type the balance that declares the floor
     * @param values its columns, in declared order
     */
    public BigDecimal level(BalanceType type, List<BigDecimal> values) {
      if (plus.size() == 1 && minus.isEmpty()) {
        return values.get(type.column(plus.get(0)));
      }
      BigDecimal level = BigDecimal.ZERO;
      for (String column : plus) {
        level = level.add(values.get(type.column(column)));
      }
      for (String column : minus) {
        level = level.subtract(values.get(type.column(column)));
      }
      return level;
    }

    /** Declares that one column stays at zero or above. */
    public static Floor notNegative(String name, String column) {
      return new Floor(name, List.of(column), List.of());
    }
  }

  /** Checks that the parts fit together. */
  public BalanceType {
    Names.requireIdentifier("balance type", name);
    dimensions = List.copyOf(dimensions);
    columns = List.copyOf(columns);
    floors = List.copyOf(floors);
    if (dimensions.isEmpty() || dimensions.size() > 6 || columns.isEmpty()) {
      throw new IllegalArgumentException(name + " takes 1..6 dimensions and at least one column");
    }
    if (deleteWhenZero && columns.stream().anyMatch(c -> c.movement() == Movement.LATEST)) {
      throw new IllegalArgumentException(name + ": a LATEST column would be lost with the row");
    }
  }

  /** Types are asked for too often to hash every column each time; their names tell them apart. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the position of a column or refuses. */
  public int column(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column '" + column + "'");
  }

  /** Returns the floor of this name or refuses. */
  public Floor floor(String floor) {
    for (int i = 0; i < floors.size(); i++) {
      if (floors.get(i).name().equals(floor)) {
        return floors.get(i);
      }
    }
    throw new IllegalArgumentException(name + " has no floor '" + floor + "'");
  }
}
