package io.jxc.api.inventory;

import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A claim on stock.
 *
 * @param id its id
 * @param owner who claims
 * @param kind hold or firm
 * @param status where it stands; a hold whose time has run out is EXPIRED
 * @param warehouse where
 * @param priority 0 to 9
 * @param expiresAt when a hold ends
 * @param lines what is still claimed
 * @param createdBy user who claimed
 * @param createdAt when
 * @param version its version
 */
public record StockClaim(
    String id,
    String owner,
    ClaimKind kind,
    ClaimStatus status,
    String warehouse,
    int priority,
    Optional<Instant> expiresAt,
    List<Line> lines,
    String createdBy,
    Instant createdAt,
    long version) {
  /** Made by the library. */
  @Internal
  public StockClaim {
    lines = List.copyOf(lines);
  }

  /**
   * What is still claimed of one product.
   *
   * @param sku the product
   * @param open base units
   */
  public record Line(String sku, Quantity open) {}
}
