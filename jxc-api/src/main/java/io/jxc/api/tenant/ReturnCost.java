package io.jxc.api.tenant;

/** At what cost goods of a referenced return come back into stock. */
public enum ReturnCost {
  /** At the cost they were shipped at; the default. */
  ORIGINAL,
  /** At the average cost of the day they come back. */
  AVERAGE
}
