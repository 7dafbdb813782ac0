package io.jxc.api.inventory;

/** What became of a claim on stock. */
public enum ClaimStatus {
  /** It reserves stock. */
  ACTIVE,
  /** All of it was issued. */
  CONSUMED,
  /** It was given back. */
  RELEASED,
  /** Its time ran out, whether or not it was cleared away since. */
  EXPIRED
}
