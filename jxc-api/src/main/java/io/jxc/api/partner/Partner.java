package io.jxc.api.partner;

import io.jxc.api.Internal;
import java.time.Instant;

/**
 * A customer or a supplier as it stands.
 *
 * @param kind customer or supplier
 * @param code its code within its kind
 * @param details everything that may change
 * @param createdAt when it was added
 * @param version for {@link UpdatePartner}
 */
public record Partner(
    PartnerKind kind, String code, PartnerDetails details, Instant createdAt, long version) {
  /**
   * Code of the customer who buys without giving a name: every tenant has it from its provisioning
   * on. It can be changed like any other.
   */
  public static final String WALK_IN = "WALK-IN";

  /** Made by the library. */
  @Internal
  public Partner {}

  /** Returns its name, or its code where it has none. */
  public String name() {
    return details.name().orElse(code);
  }

  /** Returns its credit grade and limit. */
  public CreditTerms credit() {
    return details.credit();
  }
}
