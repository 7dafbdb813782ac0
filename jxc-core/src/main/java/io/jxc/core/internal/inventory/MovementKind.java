package io.jxc.core.internal.inventory;

import io.jxc.api.inventory.MovementType;

/** Why goods move; names a pair of columns of the month balance. The names are stored. */
public enum MovementKind {
  /** Bought goods come in. */
  PURCHASE("purchase", true),
  /** Sold goods come back. */
  SALES_RETURN("sales_return", true),
  /** Goods come from another warehouse. */
  TRANSFER_IN("transfer_in", true),
  /** More was found than was known. */
  ADJUST_IN("adjust_in", true),
  /** Goods come out of an assembly. */
  ASSEMBLY_IN("assembly_in", true),
  /** Goods come in for another reason. */
  OTHER_IN("other_in", true),
  /** Goods are sold. */
  SALE("sale", false),
  /** Bought goods go back. */
  PURCHASE_RETURN("purchase_return", false),
  /** Goods go to another warehouse. */
  TRANSFER_OUT("transfer_out", false),
  /** Less was found than was known, or goods were written off. */
  ADJUST_OUT("adjust_out", false),
  /** Goods go into an assembly. */
  ASSEMBLY_OUT("assembly_out", false),
  /** Goods go out for another reason. */
  OTHER_OUT("other_out", false);

  private final String code;
  private final boolean inward;

  MovementKind(String code, boolean inward) {
    this.code = code;
    this.inward = inward;
  }

  /** Returns the stored name. */
  public String code() {
    return code;
  }

  /** Tells whether goods come in. */
  public boolean inward() {
    return inward;
  }

  /** Returns what the host knows it as. */
  MovementType type() {
    return MovementType.valueOf(name());
  }

  /** Returns the kind of a stored name. */
  static MovementKind of(String code) {
    for (MovementKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no movement kind is stored as '" + code + "'");
  }
}
