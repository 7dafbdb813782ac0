package io.jxc.spi;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;

/**
 * A command that is about to be decided.
 *
 * @param actor who sent it
 * @param action stable name of the action as the audit log shows it, for example {@code
 *     inventory.receive}
 * @param command the command itself, immutable
 */
public record CommandInfo(Actor actor, String action, Command command) {
  /** Returns the tenant. */
  public TenantId tenant() {
    return actor.tenant();
  }

  /**
   * Returns the refusal to be thrown: {@code throw info.veto("closed for stocktaking");}
   *
   * @param reason shown to the caller
   */
  public RuleViolationException veto(String reason) {
    return RuleViolationException.of(ErrorCode.INTERCEPTOR_VETO, "reason", reason);
  }
}
