package io.jxc.core.internal.audit;

import io.jxc.api.audit.AuditOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the audit journal.
 *
 * @param at time of the decision
 * @param actor user who acted
 * @param onBehalfOf the user really meant
 * @param action stable name of the command
 * @param requestId identity of the request; absent for counted refusals
 * @param outcome committed or refused
 * @param code error code of a refusal
 * @param permission the missing permission
 * @param part 0 for the first entry of a command; more where it takes over 64 kB
 * @param count how many requests the entry stands for
 * @param objects what was touched
 */
public record AuditEntry(
    Instant at,
    String actor,
    Optional<String> onBehalfOf,
    String action,
    Optional<String> requestId,
    AuditOutcome outcome,
    Optional<String> code,
    Optional<String> permission,
    long part,
    long count,
    List<ObjectEntry> objects) {
  /** Copies the objects. */
  public AuditEntry {
    objects = List.copyOf(objects);
  }

  AuditEntry with(long newPart, List<ObjectEntry> some) {
    return new AuditEntry(
        at, actor, onBehalfOf, action, requestId, outcome, code, permission, newPart, count, some);
  }
}
