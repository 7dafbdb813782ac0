package io.jxc.api.audit;

import java.util.List;
import java.util.Optional;

/**
 * One object that a command touched, or that a refused one named.
 *
 * @param ref type and key of the object
 * @param kind what happened to it
 * @param changes the fields that changed, by name; of a new object its main fields
 * @param digest SHA-256 of the object as it was stored, in hexadecimal; absent where it is gone,
 *     and without {@code cost.view}, because it would let costs be guessed
 */
public record AuditedObject(
    ObjectRef ref, ChangeKind kind, List<FieldChange> changes, Optional<String> digest) {
  /** Copies the changes. */
  public AuditedObject {
    changes = List.copyOf(changes);
  }

  /** Returns the change of a field, if it changed. */
  public Optional<FieldChange> change(String field) {
    return changes.stream().filter(change -> change.field().equals(field)).findFirst();
  }
}
