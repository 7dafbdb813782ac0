package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.api.Cursor;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.HistoryChangedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Cursors: a place in a listing, bound to the tenant, its history and the query, so that one from
 * elsewhere is refused instead of giving a wrong page.
 */
public final class Cursors {
  private static final int FORMAT = 1;

  private Cursors() {}

  /** Returns the cursor of a place in a listing. */
  public static Cursor of(Head head, ListQuery query, Slice.Position place) {
    ObjectNode node = start(head.tenant(), head.incarnation(), hash(query));
    ArrayNode sort = node.putArray("s");
    place.sort().forEach(value -> sort.add(encode(value)));
    node.put("t", place.tie());
    return pack(node);
  }

  /** Returns the cursor of a place in the log. */
  public static Cursor of(Head head, String stream, long sequence) {
    return pack(start(head.tenant(), head.incarnation(), stream).put("q", sequence));
  }

  /**
   * Reads the place in a listing.
   *
   * @throws InvalidCommandException {@code cursor.invalid}
   * @throws HistoryChangedException when the history is another one
   */
  public static Slice.Position place(Cursor cursor, Head head, ListQuery query) {
    JsonNode node = open(cursor, head, hash(query));
    List<Object> sort = new ArrayList<>();
    for (JsonNode value : node.path("s")) {
      sort.add(decode(value.asText()));
    }
    return new Slice.Position(sort, node.path("t").asText());
  }

  /**
   * Reads the place in the log.
   *
   * @throws InvalidCommandException {@code cursor.invalid}
   * @throws HistoryChangedException when the history is another one
   */
  public static long sequence(Cursor cursor, Head head, String stream) {
    return open(cursor, head, stream).path("q").asLong();
  }

  private static ObjectNode start(TenantId tenant, UUID incarnation, String query) {
    return Json.object()
        .put("v", FORMAT)
        .put("n", tenant.value())
        .put("i", incarnation.toString())
        .put("h", query);
  }

  private static Cursor pack(ObjectNode node) {
    byte[] bytes = Json.write(node).unsafeArray();
    return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static JsonNode open(Cursor cursor, Head head, String query) {
    JsonNode node;
    try {
      node = Json.tree(Bytes.wrap(Base64.getUrlDecoder().decode(cursor.value())));
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw invalid();
    }
    boolean same =
        node.path("v").asInt() == FORMAT
            && node.path("n").asText().equals(head.tenant().value())
            && node.path("h").asText().equals(query);
    if (!same) {
      throw invalid();
    }
    // a tenant without history yet has incarnation 0, and any later one continues it
    String incarnation = node.path("i").asText();
    if (!incarnation.equals(head.incarnation().toString())
        && !incarnation.equals(new UUID(0, 0).toString())) {
      throw new HistoryChangedException();
    }
    return node;
  }

  private static InvalidCommandException invalid() {
    return InvalidCommandException.of(
        "cursor",
        ErrorCode.CURSOR_INVALID,
        "a cursor of this tenant and query",
        "one of something else");
  }

  private static String hash(ListQuery query) {
    List<String> parts = new ArrayList<>();
    parts.add(query.source() + "/" + query.type() + "/" + query.listing() + query.descending());
    parts.add(query.equality().toString());
    parts.add(query.from().toString() + query.to());
    parts.add(query.filters().toString());
    return Json.contentHash("query", parts).hex().substring(0, 16);
  }

  private static String encode(Object value) {
    if (value instanceof String text) {
      return "c" + text;
    } else if (value instanceof Long number) {
      return "l" + number;
    } else if (value instanceof BigDecimal decimal) {
      return "d" + decimal.toPlainString();
    } else if (value instanceof Instant instant) {
      return "i" + Chain.micros(instant);
    }
    return "a" + value;
  }

  private static Object decode(String text) {
    String rest = text.substring(1);
    try {
      return switch (text.charAt(0)) {
        case 'c' -> rest;
        case 'l' -> Long.valueOf(rest);
        case 'd' -> new BigDecimal(rest);
        case 'i' -> Chain.instant(Long.parseLong(rest));
        case 'a' -> LocalDate.parse(rest);
        default -> throw invalid();
      };
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw invalid();
    }
  }
}
