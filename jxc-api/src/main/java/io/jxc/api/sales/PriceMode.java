package io.jxc.api.sales;

/** What the prices of a document contain. */
public enum PriceMode {
  /** Prices contain the tax; it is taken out of each line. */
  TAX_INCLUSIVE,
  /** Prices are without tax; it is added to each line. */
  TAX_EXCLUSIVE
}
