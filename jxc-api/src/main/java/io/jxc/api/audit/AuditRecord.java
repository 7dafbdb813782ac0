package io.jxc.api.audit;

import io.jxc.api.Internal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the log: one committed command, one refused for lack of a permission, or the
 * refusals by one rule that one actor met within a minute. Refused reads have the action {@code
 * read}: the first of a minute has an entry of its own, the others of that minute share one.
 *
 * @param sequence its number in the tenant's log
 * @param at when it was committed, in micros UTC
 * @param actor user who acted
 * @param onBehalfOf the user really meant, where the host said so
 * @param action stable name of the action, for example {@code inventory.receive}
 * @param requestId identity of the request; absent for counted refusals
 * @param outcome committed or refused
 * @param code error code of a refusal
 * @param permission the permission that was missing
 * @param part 0; higher in the further entries of a command that changed more than one entry holds,
 *     which share its request id
 * @param count how many requests this entry stands for; 1 but for counted refusals
 * @param objects what the command touched; of a refused one, what it named
 */
public record AuditRecord(
    long sequence,
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
    List<AuditedObject> objects) {
  /** Copies the objects; records are made by the library. */
  @Internal
  public AuditRecord {
    objects = List.copyOf(objects);
  }

  /** Returns the first object of a type, if the command touched one. */
  public Optional<AuditedObject> object(String type) {
    return objects.stream().filter(object -> object.ref().type().equals(type)).findFirst();
  }
}
