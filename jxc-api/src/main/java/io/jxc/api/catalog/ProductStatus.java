package io.jxc.api.catalog;

/** Whether a product may stand in new orders. */
public enum ProductStatus {
  /** It may be sold. */
  SELLABLE,
  /** It may not be sold any more; what is in stock stays and can be moved, counted, returned. */
  STOPPED
}
