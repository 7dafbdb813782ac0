package io.jxc.core.internal.audit;

import io.jxc.api.audit.AuditOutcome;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.JournalRow;
import java.util.List;
import java.util.Locale;

/** Stored types of the log. */
public final class AuditTypes {
  /** One entry per command; its objects are the body. */
  public static final JournalOf<AuditEntry> AUDIT =
      JournalOf.<AuditEntry>of("audit")
          .attribute(Attribute.instant("at"), AuditEntry::at)
          .attribute(Attribute.code("actor"), AuditEntry::actor)
          .attribute(Attribute.code("on_behalf_of"), AuditEntry::onBehalfOf)
          .attribute(Attribute.code("action"), AuditEntry::action)
          .attribute(Attribute.code("request_id"), AuditEntry::requestId)
          .attribute(Attribute.code("outcome"), e -> e.outcome().name().toLowerCase(Locale.ROOT))
          .attribute(Attribute.code("code"), AuditEntry::code)
          .attribute(Attribute.code("permission"), AuditEntry::permission)
          .attribute(Attribute.integer("part"), AuditEntry::part)
          .attribute(Attribute.integer("times"), AuditEntry::count)
          .body(entry -> Json.write(new Body(entry.objects())))
          .listing("by_time", List.of(), List.of("at"))
          .listing("by_actor", List.of("actor"), List.of("at"))
          .listing("by_action", List.of("action"), List.of("at"))
          .decodedBy(AuditTypes::decode);

  /** One entry per object and command. */
  public static final JournalOf<ObjectMark> OBJECT =
      JournalOf.<ObjectMark>of("audit_object")
          .attribute(Attribute.code("object"), ObjectMark::object)
          .attribute(Attribute.instant("at"), ObjectMark::at)
          .attribute(Attribute.integer("back"), ObjectMark::back)
          .listing("by_object", List.of("object"), List.of("at"))
          .decodedBy(
              row ->
                  new ObjectMark(
                      row.attributes().string("object").orElseThrow(),
                      row.attributes().instant("at").orElseThrow(),
                      row.attributes().integer("back").orElseThrow()));

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(), List.of(), List.of(AUDIT, OBJECT));

  private record Body(List<ObjectEntry> objects) {}

  private AuditTypes() {}

  private static AuditEntry decode(JournalRow row) {
    AttributeValues values = row.attributes();
    return new AuditEntry(
        values.instant("at").orElseThrow(),
        values.string("actor").orElseThrow(),
        values.string("on_behalf_of"),
        values.string("action").orElseThrow(),
        values.string("request_id"),
        AuditOutcome.valueOf(values.string("outcome").orElseThrow().toUpperCase(Locale.ROOT)),
        values.string("code"),
        values.string("permission"),
        values.integer("part").orElseThrow(),
        values.integer("times").orElseThrow(),
        Json.read(row.body(), Body.class).objects());
  }
}
