package io.jxc.core.internal.inventory;

import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A claim on stock: held for a while, or reserved firmly.
 *
 * @param id its id
 * @param owner who claims, for example {@code sales_order:…} or a cart of the host
 * @param kind HOLD or FIRM
 * @param status ACTIVE, CONSUMED, RELEASED or EXPIRED
 * @param warehouse where
 * @param priority higher ones are served first by later allocation, 0 to 9
 * @param expiresAt when a HOLD ends
 * @param lines what is claimed
 * @param createdBy user who claimed
 * @param createdAt when
 */
public record ClaimDocument(
    String id,
    String owner,
    Kind kind,
    Status status,
    String warehouse,
    int priority,
    Optional<Instant> expiresAt,
    List<Line> lines,
    String createdBy,
    Instant createdAt) {

  /** How firm a claim is. */
  public enum Kind {
    /** Until a time. */
    HOLD,
    /** Until it is consumed or released. */
    FIRM
  }

  /** What became of a claim. */
  public enum Status {
    /** It holds stock. */
    ACTIVE,
    /** All of it was taken. */
    CONSUMED,
    /** It was given back. */
    RELEASED,
    /** Its time ran out. */
    EXPIRED
  }

  /**
   * What is claimed of one product.
   *
   * @param sku the product
   * @param open base units still claimed
   */
  public record Line(String sku, BigDecimal open) {}

  /** Copies the lines. */
  public ClaimDocument {
    lines = List.copyOf(lines);
  }

  /** Tells whether it still counts at a time: an expired hold does not, swept or not. */
  boolean counts(Instant now) {
    return status == Status.ACTIVE && expiresAt.map(now::isBefore).orElse(true);
  }

  ClaimDocument with(Status newStatus, List<Line> newLines) {
    return new ClaimDocument(
        id, owner, kind, newStatus, warehouse, priority, expiresAt, newLines, createdBy, createdAt);
  }

  ClaimDocument with(Kind newKind, Optional<Instant> newExpiry) {
    return new ClaimDocument(
        id, owner, newKind, status, warehouse, priority, newExpiry, lines, createdBy, createdAt);
  }

  /** Holds are found by the stock they stand on, so that expired ones give way. */
  List<String> heldStock() {
    if (kind != Kind.HOLD || status != Status.ACTIVE) {
      return List.of();
    }
    return lines.stream().map(line -> heldStock(line.sku(), warehouse)).distinct().toList();
  }

  static String heldStock(String sku, String warehouse) {
    return Names.composite(sku, warehouse);
  }
}
