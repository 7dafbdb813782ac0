package io.jxc.api.tenant;

/** What happens when more is issued than is on hand. */
public enum NegativeStock {
  /** The issue is refused; the default. */
  REFUSE,
  /** The issue is done at the last known cost, and on hand goes below zero. */
  ALLOW
}
