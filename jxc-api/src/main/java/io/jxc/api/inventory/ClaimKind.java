package io.jxc.api.inventory;

/** How firm a claim on stock is. */
public enum ClaimKind {
  /** It ends by itself when its time has run out. */
  HOLD,
  /** It stays until it is consumed or released. */
  FIRM
}
