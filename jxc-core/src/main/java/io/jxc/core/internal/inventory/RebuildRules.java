package io.jxc.core.internal.inventory;

import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.RebuildResult;
import io.jxc.api.inventory.RebuildStock;
import io.jxc.api.inventory.StockVerification;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.Delta;
import io.jxc.core.internal.command.View;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.List;

/** Decides repairs of balances. */
final class RebuildRules {
  private RebuildRules() {}

  /** Names the command with what a verification finds now; rules cannot add up journals. */
  static CommandType<RebuildStock, RebuildResult> rebuild(StockVerification now) {
    return CommandType.weighed(
        "inventory.rebuild",
        Permissions.STOCK_VERIFY,
        RebuildResult.class,
        command -> 8 + now.differences().size(),
        (view, command, context) -> decide(view, command, context, now));
  }

  private static Decision<RebuildResult> decide(
      View view, RebuildStock command, Context context, StockVerification now) {
    if (!now.plan().equals(command.plan())) {
      throw outdated(command);
    }
    for (BalanceDifference difference : now.differences()) {
      view.wantBalances(type(difference), List.of(new BalanceKey(difference.key())));
    }
    Changes changes = Changes.on(view);
    for (BalanceDifference difference : now.differences()) {
      repair(changes, command, difference);
    }
    StockRepair repair =
        new StockRepair(
            context.newId(),
            command.plan(),
            command.reason(),
            now.differences(),
            context.user(),
            context.now());
    changes.insert(InventoryTypes.REPAIR, repair);
    return changes.result(new RebuildResult(repair.id(), now.differences().size(), 0));
  }

  /** A balance that moved since has moved with its journal, but the plan no longer fits. */
  private static void repair(Changes changes, RebuildStock command, BalanceDifference difference) {
    BalanceType type = type(difference);
    BalanceKey key = new BalanceKey(difference.key());
    BigDecimal stored = changes.balance(type, key).get(difference.column());
    if (stored.compareTo(difference.found()) != 0) {
      throw outdated(command);
    }
    Delta delta = Delta.of(type);
    if (latest(type, difference.column())) {
      delta.latest(difference.column(), difference.expected());
    } else {
      delta.sum(difference.column(), difference.expected().subtract(difference.found()));
    }
    changes.add(type, key, delta);
  }

  private static boolean latest(BalanceType type, String column) {
    return type.columns().get(type.column(column)).movement() == BalanceType.Movement.LATEST;
  }

  private static RuleViolationException outdated(RebuildStock command) {
    return RuleViolationException.of(ErrorCode.STOCK_PLAN_OUTDATED, "key", command.plan());
  }

  private static BalanceType type(BalanceDifference difference) {
    return InventoryTypes.balance(difference.balance());
  }
}
