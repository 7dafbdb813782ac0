package io.jxc.core.internal.tenant;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.TenantEvent;
import io.jxc.api.tenant.SettingsResult;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.List;

/** Decides changes of settings. */
final class SettingsRules {
  private final List<DocType<?>> postings;

  /**
   * Creates the rules.
   *
   * @param postings types of documents that carry amounts; once there is one, the currency is fixed
   */
  SettingsRules(List<DocType<?>> postings) {
    this.postings = List.copyOf(postings);
  }

  /** Replaces the settings. */
  Decision<SettingsResult> update(View view, UpdateSettings command, Context context) {
    TenantDocument before = context.settings();
    TenantDocument after = TenantDocument.of(command.settings());
    if (!before.currency().equals(after.currency())
        && postings.stream().anyMatch(type -> any(view, type))) {
      throw RuleViolationException.of(
          ErrorCode.CURRENCY_FIXED, "found", before.currency(), "expected", after.currency());
    }
    long version = view.version(TenantTypes.TENANT, TenantDocument.KEY);
    if (version != command.expectedVersion()) {
      throw new StaleVersionException(
          "tenant", context.actor().tenant().value(), command.expectedVersion(), version);
    }
    Changes changes = Changes.on(view);
    if (!after.equals(before)) {
      changes.put(TenantTypes.TENANT, after);
      changes.event(new TenantEvent.SettingsChanged(context.header()));
    }
    return changes.result(new SettingsResult(0));
  }

  /** A range that has more than one row is refused, which is an answer as well. */
  private static boolean any(View view, DocType<?> type) {
    try {
      return !view.range(type, "", 1).isEmpty();
    } catch (RuleViolationException e) {
      if (e.errorCode() == ErrorCode.LIMIT_EXCEEDED) {
        return true;
      }
      throw e;
    }
  }
}
