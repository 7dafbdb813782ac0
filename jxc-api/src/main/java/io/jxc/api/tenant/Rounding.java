package io.jxc.api.tenant;

/** Where amounts of a document are rounded to the currency's minor unit, half up. */
public enum Rounding {
  /** Each line is rounded; the document's total is the sum of rounded lines. */
  LINE,
  /** The total is rounded once; the remainder stands on a named line. */
  DOCUMENT
}
