package io.jxc.spi.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts and sums the rows of a type, grouped.
 *
 * @param source which rows
 * @param type name of the declared type
 * @param groupBy declared attributes (dimensions of balances); absent values form no group of their
 *     own: such rows are left out
 * @param measures what is computed, at least one
 * @param filters conditions on declared attributes (dimensions and columns of balances)
 * @param maxGroups groups at most, 1 to 100,000; more are refused, never cut
 */
public record AggregateQuery(
    Source source,
    String type,
    List<String> groupBy,
    List<Measure> measures,
    List<Filter> filters,
    int maxGroups) {

  /** How values become one. */
  public enum Function {
    /** Number of rows; the attribute is not read. */
    COUNT,
    /** Sum of a decimal or integer attribute; rows without a value count as zero. */
    SUM,
    /** Least value of a decimal, integer, instant or date attribute. */
    MIN,
    /** Greatest value of a decimal, integer, instant or date attribute. */
    MAX
  }

  /**
   * One computed value.
   *
   * @param function how values become one
   * @param attribute the attribute, or empty for COUNT
   */
  public record Measure(Function function, String attribute) {
    /** Counts rows. */
    public static Measure count() {
      return new Measure(Function.COUNT, "");
    }

    /** Sums an attribute. */
    public static Measure sum(String attribute) {
      return new Measure(Function.SUM, attribute);
    }

    /** Takes the least value. */
    public static Measure min(String attribute) {
      return new Measure(Function.MIN, attribute);
    }

    /** Takes the greatest value. */
    public static Measure max(String attribute) {
      return new Measure(Function.MAX, attribute);
    }
  }

  /**
   * The values of one group.
   *
   * @param group the group's values, in the order of {@code groupBy}
   * @param values the measures in their order: {@link Long} for COUNT, {@link java.math.BigDecimal}
   *     for sums (scale of the column) and for extremes of numbers, else the attribute's class; an
   *     extreme of no value is {@link java.util.Optional#empty()}
   */
  public record Row(List<Object> group, List<Object> values) {
    /** Copies the lists. */
    public Row {
      group = List.copyOf(group);
      values = List.copyOf(values);
    }
  }

  /** Checks the bounds. */
  public AggregateQuery {
    groupBy = List.copyOf(groupBy);
    measures = List.copyOf(measures);
    filters = List.copyOf(filters);
    if (measures.isEmpty() || maxGroups < 1 || maxGroups > 100_000) {
      throw new IllegalArgumentException("an aggregate has a measure and 1..100000 groups");
    }
  }

  /** Starts a query. */
  public static Builder of(Source source, String type) {
    return new Builder(source, type);
  }

  /** Collects a query. Not thread-safe. */
  public static final class Builder {
    private final Source source;
    private final String type;
    private final List<String> groupBy = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private int maxGroups = 10_000;

    private Builder(Source source, String type) {
      this.source = source;
      this.type = type;
    }

    /** Groups by an attribute. */
    public Builder groupBy(String attribute) {
      groupBy.add(attribute);
      return this;
    }

    /** Computes a measure. */
    public Builder measure(Measure measure) {
      measures.add(measure);
      return this;
    }

    /** Adds a condition. */
    public Builder filter(Filter filter) {
      filters.add(filter);
      return this;
    }

    /** Bounds the groups. */
    public Builder maxGroups(int groups) {
      maxGroups = groups;
      return this;
    }

    /** Returns the query. */
    public AggregateQuery build() {
      return new AggregateQuery(source, type, groupBy, measures, filters, maxGroups);
    }
  }
}
