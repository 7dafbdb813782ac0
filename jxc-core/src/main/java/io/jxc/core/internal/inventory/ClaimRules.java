package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.event.InventoryEvent.StockLine;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Delta;
import io.jxc.core.internal.inventory.ClaimDocument.Kind;
import io.jxc.core.internal.inventory.ClaimDocument.Status;
import io.jxc.spi.store.IndexEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims: holds that end by themselves, and firm reservations. Claiming, extending, converting,
 * consuming and releasing go through here, so {@code reserved} is always the sum of what active
 * claims have open.
 */
public final class ClaimRules {
  private ClaimRules() {}

  /**
   * What is to be claimed.
   *
   * @param owner who claims, 1 to 200 bytes, for example {@code sales_order:…}
   * @param kind hold or firm
   * @param warehouse where
   * @param priority 0 to 9
   * @param expiresAt when a hold ends
   * @param demand base units per product, summed
   */
  public record Request(
      String owner,
      Kind kind,
      String warehouse,
      int priority,
      Optional<Instant> expiresAt,
      Map<String, Quantity> demand) {}

  /**
   * Claims stock and returns the claim.
   *
   * @throws io.jxc.api.error.InsufficientStockException when not everything is available
   */
  public static ClaimDocument claim(Changes changes, Context context, Request request) {
    wantStock(changes, request.warehouse(), request.demand().keySet());
    Availability.want(changes, request.warehouse(), request.demand().keySet());
    WarehouseDocument warehouse = StockRules.warehouse(changes, "warehouse", request.warehouse());
    if (!StockRules.mayGoBelow(warehouse, context)) {
      Availability.require(changes, context, request.warehouse(), request.demand());
    }
    List<ClaimDocument.Line> lines = new ArrayList<>();
    request
        .demand()
        .forEach(
            (sku, quantity) -> {
              reserve(changes, request.warehouse(), sku, quantity.value());
              lines.add(new ClaimDocument.Line(sku, quantity.value()));
            });
    ClaimDocument claim =
        new ClaimDocument(
            context.newId(),
            request.owner(),
            request.kind(),
            Status.ACTIVE,
            request.warehouse(),
            request.priority(),
            request.expiresAt(),
            lines,
            context.user(),
            context.now());
    changes.insert(InventoryTypes.CLAIM, claim);
    changes.event(
        new InventoryEvent.StockClaimed(
            context.header(),
            claim.id(),
            claim.owner(),
            claim.kind().name(),
            claim.warehouse(),
            eventLines(lines)));
    return claim;
  }

  /**
   * Takes part of a claim away, because its goods are issued now; what is asked for beyond what is
   * open is not part of the claim. A claim that is fully taken is consumed.
   */
  public static void consume(
      Changes changes, Context context, String claimId, Map<String, Quantity> taken) {
    ClaimDocument claim = active(changes, context, claimId);
    wantStock(changes, claim);
    Map<String, BigDecimal> left = new LinkedHashMap<>();
    taken.forEach((sku, quantity) -> left.put(sku, quantity.value()));
    List<ClaimDocument.Line> lines = new ArrayList<>();
    for (ClaimDocument.Line line : claim.lines()) {
      BigDecimal take = left.getOrDefault(line.sku(), BigDecimal.ZERO).min(line.open());
      left.merge(line.sku(), take, BigDecimal::subtract);
      if (take.signum() > 0) {
        reserve(changes, claim.warehouse(), line.sku(), take.negate());
      }
      if (line.open().compareTo(take) > 0) {
        lines.add(new ClaimDocument.Line(line.sku(), line.open().subtract(take)));
      }
    }
    Status status = lines.isEmpty() ? Status.CONSUMED : Status.ACTIVE;
    changes.put(InventoryTypes.CLAIM, claim.with(status, lines));
  }

  /**
   * Says what taking from claims, or giving them back, will read. Rules that do so with several
   * call it first: each claim would need rounds of its own otherwise.
   */
  public static void want(Changes changes, Collection<String> claimIds) {
    changes.want(InventoryTypes.CLAIM, claimIds);
    changes
        .getAll(InventoryTypes.CLAIM, claimIds)
        .values()
        .forEach(claim -> wantStock(changes, claim));
  }

  /** Gives a claim back. One that is over already stays as it is: releasing is idempotent. */
  public static ClaimDocument release(Changes changes, Context context, String claimId) {
    ClaimDocument claim = find(changes, claimId);
    return claim.status() == Status.ACTIVE ? end(changes, context, claim, Status.RELEASED) : claim;
  }

  /** Gives a hold more time, from now on. */
  static ClaimDocument extend(Changes changes, Context context, String claimId, Instant expiresAt) {
    ClaimDocument claim = active(changes, context, claimId);
    ClaimDocument extended =
        claim.kind() == Kind.FIRM ? claim : claim.with(Kind.HOLD, Optional.of(expiresAt));
    changes.put(InventoryTypes.CLAIM, extended);
    return extended;
  }

  /** Makes a hold firm. A firm claim stays as it is. */
  static ClaimDocument confirm(Changes changes, Context context, String claimId) {
    ClaimDocument firm = active(changes, context, claimId).with(Kind.FIRM, Optional.empty());
    changes.put(InventoryTypes.CLAIM, firm);
    return firm;
  }

  /** Ends the holds on some products whose time has run out, by warehouse. */
  static void releaseExpired(
      Changes changes, Context context, Map<String, List<String>> skusByWarehouse) {
    List<String> stock = new ArrayList<>();
    skusByWarehouse.forEach(
        (warehouse, skus) ->
            skus.forEach(sku -> stock.add(ClaimDocument.heldStock(sku, warehouse))));
    List<String> holders =
        changes.index(InventoryTypes.CLAIM, "held_stock", stock).stream()
            .map(IndexEntry::key)
            .distinct()
            .toList();
    List<ClaimDocument> expired =
        changes.getAll(InventoryTypes.CLAIM, holders).values().stream()
            .filter(claim -> claim.status() == Status.ACTIVE && !claim.counts(context.now()))
            .toList();
    expired.forEach(claim -> wantStock(changes, claim));
    expired.forEach(claim -> end(changes, context, claim, Status.EXPIRED));
  }

  /** Asks for the rows a claim stands on at once: each line would miss its own otherwise. */
  private static void wantStock(Changes changes, ClaimDocument claim) {
    wantStock(
        changes, claim.warehouse(), claim.lines().stream().map(ClaimDocument.Line::sku).toList());
  }

  private static void wantStock(Changes changes, String warehouse, Collection<String> skus) {
    changes.wantBalances(
        InventoryTypes.STOCK,
        skus.stream().map(sku -> InventoryTypes.stockKey(sku, warehouse)).toList());
  }

  private static ClaimDocument end(
      Changes changes, Context context, ClaimDocument claim, Status status) {
    wantStock(changes, claim);
    for (ClaimDocument.Line line : claim.lines()) {
      reserve(changes, claim.warehouse(), line.sku(), line.open().negate());
    }
    ClaimDocument ended = claim.with(status, List.of());
    changes.put(InventoryTypes.CLAIM, ended);
    changes.event(
        new InventoryEvent.ClaimReleased(
            context.header(), claim.id(), claim.owner(), status.name()));
    return ended;
  }

  private static void reserve(Changes changes, String warehouse, String sku, BigDecimal by) {
    changes.add(
        InventoryTypes.STOCK,
        InventoryTypes.stockKey(sku, warehouse),
        Delta.of(InventoryTypes.STOCK).sum("reserved", by).floor("reserved"));
  }

  private static ClaimDocument find(Changes changes, String claimId) {
    return changes
        .get(InventoryTypes.CLAIM, claimId)
        .orElseThrow(() -> NotFoundException.of("claim", claimId));
  }

  private static ClaimDocument active(Changes changes, Context context, String claimId) {
    ClaimDocument claim = find(changes, claimId);
    if (!claim.counts(context.now())) {
      String status =
          claim.status() == Status.ACTIVE ? Status.EXPIRED.name() : claim.status().name();
      throw RuleViolationException.of(ErrorCode.CLAIM_NOT_ACTIVE, "key", claimId, "status", status);
    }
    return claim;
  }

  private static List<StockLine> eventLines(List<ClaimDocument.Line> lines) {
    return lines.stream()
        .map(
            line ->
                new StockLine(line.sku(), new Quantity(line.open()).toString(), Optional.empty()))
        .toList();
  }
}
