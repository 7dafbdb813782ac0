package io.jxc.api.partner;

/**
 * What a partner is to us.
 *
 * <p>Each kind numbers its partners for itself: customer {@code 100} and supplier {@code 100} are
 * two, as they are in the books a host brings along. A firm that both buys and sells is entered
 * once as each. Both kinds have the same fields and the same service, so nothing stands twice.
 */
public enum PartnerKind {
  /** Buys from us. */
  CUSTOMER,
  /** Sells to us. */
  SUPPLIER
}
