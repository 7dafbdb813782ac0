package io.jxc.api.access;

/** How far a permission reaches. */
public enum Scope {
  /** Things that the actor created. */
  OWN,
  /** Everything in the tenant. */
  ALL;

  /** Tells whether this scope reaches at least as far as another. */
  public boolean covers(Scope other) {
    return compareTo(other) >= 0;
  }
}
