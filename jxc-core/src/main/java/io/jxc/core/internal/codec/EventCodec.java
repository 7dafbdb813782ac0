package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.api.TenantId;
import io.jxc.api.event.EventHeader;
import io.jxc.api.event.EventType;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.UnknownEvent;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JournalType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as journal entries: a stable type name, actor and time in columns, the rest as body. */
public final class EventCodec {
  /** The journal that keeps all events. */
  public static final JournalType JOURNAL =
      new JournalType(
          "event",
          AttributeLayout.of(
              Attribute.code("event_type"), Attribute.code("actor"), Attribute.instant("at")),
          List.of(),
          true);

  private static final int FORMAT = 1;
  private static final Map<String, Class<?>> BY_NAME = new HashMap<>();
  private static final Map<Class<?>, String> BY_CLASS = new HashMap<>();

  static {
    register(JxcEvent.class);
  }

  private EventCodec() {}

  private static void register(Class<?> sealed) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        register(permitted);
      } else if (permitted.isAnnotationPresent(EventType.class)) {
        String name = permitted.getAnnotation(EventType.class).value();
        BY_CLASS.put(permitted, name);
        if (BY_NAME.put(name, permitted) != null) {
          throw new IllegalStateException("two events are named " + name);
        }
      } else if (permitted != UnknownEvent.class) {
        throw new IllegalStateException(permitted + " has no @EventType");
      }
    }
  }

  /** Returns the stored name of an event. */
  public static String name(JxcEvent event) {
    return Optional.ofNullable(BY_CLASS.get(event.getClass()))
        .orElseThrow(() -> new IllegalArgumentException("not a stored event: " + event.getClass()));
  }

  /** Encodes an event. */
  public static JournalEntry encode(JxcEvent event) {
    AttributeValues values =
        AttributeValues.builder(JOURNAL.attributes())
            .set("event_type", name(event))
            .set("actor", event.header().actor())
            .set("at", event.header().at())
            .build();
    return new JournalEntry(JOURNAL.name(), FORMAT, values, Json.writeEvent(event));
  }

  /**
   * Decodes an event; one of an unknown type becomes an {@link UnknownEvent}.
   *
   * @throws io.jxc.api.error.StorageException {@code storage.unreadable} when it is damaged
   */
  public static JxcEvent decode(TenantId tenant, JournalRow row) {
    try {
      return decoded(tenant, row);
    } catch (RuntimeException e) {
      throw Damage.of(JOURNAL.name(), Long.toString(row.sequence()), e);
    }
  }

  private static JxcEvent decoded(TenantId tenant, JournalRow row) {
    AttributeValues values = row.attributes();
    String name = values.string("event_type").orElseThrow();
    EventHeader header =
        new EventHeader(
            tenant,
            values.string("actor").orElseThrow(),
            row.sequence(),
            values.instant("at").orElse(Instant.EPOCH));
    Class<?> type = BY_NAME.get(name);
    if (type == null || row.format() != FORMAT) {
      return new UnknownEvent(header, name, text(row.body()));
    }
    ObjectNode body = (ObjectNode) Json.tree(row.body());
    body.putPOJO("header", header);
    return (JxcEvent) Json.fromTree(body, type);
  }

  private static String text(Bytes body) {
    return new String(body.unsafeArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
