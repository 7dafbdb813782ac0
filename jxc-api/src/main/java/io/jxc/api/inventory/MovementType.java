package io.jxc.api.inventory;

/** Why goods moved. */
public enum MovementType {
  /** Bought goods came in. */
  PURCHASE,
  /** Sold goods came back. */
  SALES_RETURN,
  /** Goods came from another warehouse. */
  TRANSFER_IN,
  /** More was found than was known. */
  ADJUST_IN,
  /** Goods came out of an assembly. */
  ASSEMBLY_IN,
  /** Goods came in for another reason. */
  OTHER_IN,
  /** Goods were sold. */
  SALE,
  /** Bought goods went back. */
  PURCHASE_RETURN,
  /** Goods went to another warehouse. */
  TRANSFER_OUT,
  /** Less was found than was known, or goods were written off. */
  ADJUST_OUT,
  /** Goods went into an assembly. */
  ASSEMBLY_OUT,
  /** Goods went out for another reason. */
  OTHER_OUT;

  /** Tells whether goods came in. */
  public boolean inward() {
    return ordinal() < SALE.ordinal();
  }
}
