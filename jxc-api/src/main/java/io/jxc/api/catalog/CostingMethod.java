package io.jxc.api.catalog;

/** How the cost of issued goods is found. More methods will follow; treat unknown ones as such. */
public enum CostingMethod {
  /** The average of what is on hand, moved by every receipt. */
  MOVING_AVERAGE
}
