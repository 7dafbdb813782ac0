package io.jxc.core.internal.inventory;

/** Places that are no warehouse: the other ends of movements. The names are stored. */
public final class Places {
  /** Where bought goods come from. */
  public static final String SUPPLIER = "@SUPPLIER";

  /** Where sold goods go. */
  public static final String CUSTOMER = "@CUSTOMER";

  /** Where differences come from and go to. */
  public static final String ADJUSTMENT = "@ADJUSTMENT";

  /** Where goods come from and go to for other reasons. */
  public static final String OUTSIDE = "@OUTSIDE";

  /** The state of goods that may be sold. */
  public static final String SELLABLE = "SELLABLE";

  /** The value of a dimension that is not used. */
  public static final String NONE = "";

  private Places() {}

  /** Tells whether a place is a warehouse; codes of warehouses never start like this. */
  static boolean real(String place) {
    return !place.startsWith("@");
  }
}
