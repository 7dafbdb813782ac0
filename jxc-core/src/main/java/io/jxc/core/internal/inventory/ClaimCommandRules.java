package io.jxc.core.internal.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ClaimKind;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStatus;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockClaim;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides claims of the host. Claims of documents are ended by their documents alone. */
final class ClaimCommandRules {
  static final CommandType<ClaimStock, ClaimResult> CLAIM =
      CommandType.weighed(
              "inventory.claim",
              Permissions.STOCK_CLAIM,
              ClaimResult.class,
              command -> 8 + 2 * command.lines().size(),
              ClaimCommandRules::claim)
          .about(InventoryTypes.WAREHOUSE, ClaimStock::warehouse);

  static final CommandType<ExtendClaim, ClaimResult> EXTEND =
      CommandType.light(
              "inventory.claim.extend",
              Permissions.STOCK_CLAIM,
              ClaimResult.class,
              ClaimCommandRules::extend)
          .about(InventoryTypes.CLAIM, ExtendClaim::claim);

  static final CommandType<ConfirmClaim, ClaimResult> CONFIRM =
      CommandType.light(
              "inventory.claim.confirm",
              Permissions.STOCK_CLAIM,
              ClaimResult.class,
              ClaimCommandRules::confirm)
          .about(InventoryTypes.CLAIM, ConfirmClaim::claim);

  static final CommandType<ReleaseClaim, ClaimResult> RELEASE =
      CommandType.light(
              "inventory.claim.release",
              Permissions.STOCK_CLAIM,
              ClaimResult.class,
              ClaimCommandRules::release)
          .about(InventoryTypes.CLAIM, ReleaseClaim::claim);

  private ClaimCommandRules() {}

  static Decision<ClaimResult> claim(View view, ClaimStock command, Context context) {
    Map<String, Quantity> demand = demand(view, command);
    Changes changes = Changes.on(view);
    boolean firm = command.kind() == ClaimKind.FIRM;
    ClaimDocument claim =
        ClaimRules.claim(
            changes,
            context,
            new ClaimRules.Request(
                command.owner(),
                firm ? ClaimDocument.Kind.FIRM : ClaimDocument.Kind.HOLD,
                command.warehouse(),
                command.priority(),
                firm ? Optional.empty() : Optional.of(end(command.holdFor(), context)),
                demand));
    return changes.result(result(claim, context));
  }

  /** Reads the lines in base units, summed per product. */
  private static Map<String, Quantity> demand(View view, ClaimStock command) {
    List<String> skus = command.lines().stream().map(ClaimStock.Line::sku).distinct().toList();
    view.want(InventoryTypes.WAREHOUSE, List.of(command.warehouse()));
    view.wantBalances(
        InventoryTypes.STOCK,
        skus.stream().map(sku -> InventoryTypes.stockKey(sku, command.warehouse())).toList());
    Availability.want(view, command.warehouse(), skus);
    Map<String, ProductDocument> products = CatalogRules.products(view, skus);
    Checks checks = new Checks();
    Map<String, Quantity> demand = new LinkedHashMap<>();
    for (int i = 0; i < command.lines().size(); i++) {
      ClaimStock.Line line = command.lines().get(i);
      String path = "lines[" + i + "]";
      StockEntry.product(checks, path, line.sku(), products)
          .flatMap(product -> checks.at(path, () -> product.toBase(line.quantity(), line.unit())))
          .ifPresent(base -> demand.merge(line.sku(), base, Quantity::plus));
    }
    checks.done();
    return demand;
  }

  static Decision<ClaimResult> extend(View view, ExtendClaim command, Context context) {
    requireOfHost(view, command.claim());
    Changes changes = Changes.on(view);
    Instant end = end(command.holdFor(), context);
    return changes.result(
        result(ClaimRules.extend(changes, context, command.claim(), end), context));
  }

  static Decision<ClaimResult> confirm(View view, ConfirmClaim command, Context context) {
    requireOfHost(view, command.claim());
    Changes changes = Changes.on(view);
    return changes.result(result(ClaimRules.confirm(changes, context, command.claim()), context));
  }

  static Decision<ClaimResult> release(View view, ReleaseClaim command, Context context) {
    requireOfHost(view, command.claim());
    Changes changes = Changes.on(view);
    return changes.result(result(ClaimRules.release(changes, context, command.claim()), context));
  }

  private static Instant end(Optional<Duration> holdFor, Context context) {
    return context.now().plus(holdFor.orElse(context.settings().holdTime()));
  }

  private static void requireOfHost(View view, String id) {
    ClaimDocument claim =
        view.get(InventoryTypes.CLAIM, id).orElseThrow(() -> NotFoundException.of("claim", id));
    if (ClaimStock.ofDocument(claim.owner())) {
      throw RuleViolationException.of(
          ErrorCode.IN_USE, "kind", "claim", "key", id, "reason", "of " + claim.owner());
    }
  }

  private static ClaimResult result(ClaimDocument claim, Context context) {
    return new ClaimResult(claim.id(), status(claim, context.now()), claim.expiresAt(), 0);
  }

  /** An ended hold is over for whoever looks, cleared away or not. */
  private static ClaimStatus status(ClaimDocument claim, Instant now) {
    boolean ended = claim.status() == ClaimDocument.Status.ACTIVE && !claim.counts(now);
    return ended ? ClaimStatus.EXPIRED : ClaimStatus.valueOf(claim.status().name());
  }

  static StockClaim view(Stored<ClaimDocument> stored, Instant now) {
    ClaimDocument claim = stored.value();
    return new StockClaim(
        claim.id(),
        claim.owner(),
        ClaimKind.valueOf(claim.kind().name()),
        status(claim, now),
        claim.warehouse(),
        claim.priority(),
        claim.expiresAt(),
        claim.lines().stream()
            .map(line -> new StockClaim.Line(line.sku(), new Quantity(line.open())))
            .toList(),
        claim.createdBy(),
        claim.createdAt(),
        stored.version());
  }
}
