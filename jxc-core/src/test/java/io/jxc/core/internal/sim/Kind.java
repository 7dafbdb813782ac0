package io.jxc.core.internal.sim;

/** Classes of what clients do; each fault must have hit each of them. */
enum Kind {
  /** Products. */
  CATALOG,
  /** Customers and suppliers. */
  PARTNER,
  /** Warehouses. */
  WAREHOUSE,
  /** Goods in, out and counted. */
  STOCK,
  /** Claims on stock. */
  CLAIM,
  /** Purchase orders and their receipts. */
  PURCHASE,
  /** Sales orders. */
  SALES,
  /** Goods shipped. */
  SHIP,
  /** Goods taken back. */
  RETURN,
  /** Approvals and their flows. */
  APPROVAL,
  /** Roles and users. */
  ACCESS,
  /** Settings. */
  TENANT,
  /** Replays of subscriptions. */
  FEED,
  /** Several commands in one call. */
  BULK,
  /** Several orders in one call. */
  BULK_PLACE,
  /** Several products in one call. */
  BULK_CREATE,
  /** The same call of several commands once more. */
  BULK_REPLAY,
  /** The same request once more. */
  REPLAY,
  /** Another request under a used id. */
  REUSED_ID,
  /** A command of somebody who may not. */
  UNAUTHORISED,
  /** A command on another tenant's things. */
  FOREIGN,
  /** A step of a durable subscription. */
  SERVE,
  /** A step of a plain listener. */
  LISTEN;

  /** Tells whether its commands are a few rows each, and sent one by one. */
  boolean isLight() {
    return switch (this) {
      case CATALOG, PARTNER, WAREHOUSE, STOCK, CLAIM, ACCESS, TENANT -> true;
      default -> false;
    };
  }

  /** Tells whether it has to do with a request that was sent before. */
  boolean repeats() {
    return this == REPLAY || this == REUSED_ID || this == BULK_REPLAY;
  }

  /** Tells whether it only reads. */
  boolean onlyReads() {
    return this == LISTEN;
  }
}
