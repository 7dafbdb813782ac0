package io.jxc.api.sales;

/** Where a sales order stands. A rejected order is a draft again. */
public enum SalesStatus {
  /** Being written; may be changed (草稿). */
  DRAFT,
  /** Waits for approval (待审批). */
  SUBMITTED,
  /** Approved, its stock not yet claimed (已审核). */
  APPROVED,
  /** Its stock is claimed; ready to be shipped (已确认). */
  CONFIRMED,
  /** A part was shipped (部分发货). */
  PARTLY_SHIPPED,
  /** All was shipped, or the open rest was given up (已完成). */
  COMPLETED,
  /** Given up before anything was shipped (已取消). */
  CANCELLED
}
