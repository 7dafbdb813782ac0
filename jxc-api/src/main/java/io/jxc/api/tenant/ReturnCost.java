package io.jxc.api.tenant;

/** At what cost goods come back that refer to the order they were sold with. */
public enum ReturnCost {
  /** At the cost they were issued with. */
  ORIGINAL,
  /** At the average cost of the day they return. */
  AVERAGE
}
