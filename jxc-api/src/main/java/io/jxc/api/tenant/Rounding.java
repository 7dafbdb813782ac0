package io.jxc.api.tenant;

/** Where amounts of a document are rounded to coins. */
public enum Rounding {
  /** Every line is rounded; the document is their sum. The default. */
  PER_LINE,
  /** The document is rounded; what the lines differ by stands on a rounding line. */
  PER_DOCUMENT
}
