package io.jxc.api.catalog;

/** Whether a product has stock. Fixed when the product is created. */
public enum ProductKind {
  /** Things with stock: received, counted and issued. */
  GOODS,
  /** Services and fees, for example postage: bought and sold, never in stock. */
  SERVICE
}
