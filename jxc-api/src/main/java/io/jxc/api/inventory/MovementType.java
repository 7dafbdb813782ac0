package io.jxc.api.inventory;

/** Why goods moved. */
public enum MovementType {
  /** Bought goods came in. */
  PURCHASE(true),
  /** Sold goods came back. */
  SALES_RETURN(true),
  /** Goods came from another warehouse. */
  TRANSFER_IN(true),
  /** More was found than was known. */
  ADJUST_IN(true),
  /** Goods came out of an assembly. */
  ASSEMBLY_IN(true),
  /** Goods came in for another reason. */
  OTHER_IN(true),
  /** Goods were sold. */
  SALE(false),
  /** Bought goods went back. */
  PURCHASE_RETURN(false),
  /** Goods went to another warehouse. */
  TRANSFER_OUT(false),
  /** Less was found than was known, or goods were written off. */
  ADJUST_OUT(false),
  /** Goods went into an assembly. */
  ASSEMBLY_OUT(false),
  /** Goods went out for another reason. */
  OTHER_OUT(false);

  private final boolean inward;

  MovementType(boolean inward) {
    this.inward = inward;
  }

  /** Tells whether goods came in. */
  public boolean inward() {
    return inward;
  }
}
