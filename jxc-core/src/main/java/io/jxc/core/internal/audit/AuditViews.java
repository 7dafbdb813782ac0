package io.jxc.core.internal.audit;

import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.AuditedObject;
import io.jxc.api.audit.FieldChange;
import io.jxc.api.audit.ObjectRef;
import io.jxc.spi.store.JournalRow;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows stored entries, without the costs that their reader may not see. */
final class AuditViews {
  /** Words that make a field a cost. Masking one field too many is the safe side. */
  private static final Pattern COST_FIELD = Pattern.compile("(?i)cost|margin|profit|value");

  /** The same words as a name inside a text that is JSON. */
  private static final Pattern COST_INSIDE =
      Pattern.compile("(?i)\"[^\"]*(cost|margin|profit|value)[^\"]*\"\\s*:");

  private AuditViews() {}

  /** Shows an entry. */
  static AuditRecord of(JournalRow row, boolean seesCosts) {
    AuditEntry entry = AuditTypes.AUDIT.decode(row);
    return new AuditRecord(
        row.sequence(),
        entry.at(),
        entry.actor(),
        entry.onBehalfOf(),
        entry.action(),
        entry.requestId(),
        entry.outcome(),
        entry.code(),
        entry.permission(),
        entry.part(),
        entry.count(),
        entry.objects().stream().map(object -> object(object, seesCosts)).toList());
  }

  private static AuditedObject object(ObjectEntry object, boolean seesCosts) {
    return new AuditedObject(
        new ObjectRef(object.type(), object.key()),
        object.kind(),
        object.fields().stream().map(field -> change(field, seesCosts)).toList(),
        seesCosts ? object.digest() : Optional.empty());
  }

  private static FieldChange change(ObjectEntry.Field field, boolean seesCosts) {
    boolean masked = !seesCosts && isCost(field);
    return new FieldChange(
        field.name(),
        masked ? Optional.empty() : field.before(),
        masked ? Optional.empty() : field.after(),
        masked);
  }

  static boolean isCost(ObjectEntry.Field field) {
    return COST_FIELD.matcher(field.name()).find()
        || hidesCost(field.before())
        || hidesCost(field.after());
  }

  private static boolean hidesCost(Optional<String> text) {
    return text.filter(json -> COST_INSIDE.matcher(json).find()).isPresent();
  }
}
