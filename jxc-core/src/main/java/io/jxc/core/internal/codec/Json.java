package io.jxc.core.internal.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jxc.api.Quantity;
import io.jxc.api.TenantId;
import io.jxc.api.UnitPrice;
import io.jxc.api.event.JxcEvent;
import io.jxc.spi.store.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of stored bodies: decimals as texts, times in ISO form, absent values left out,
 * unknown fields kept aside. Only API of Jackson 2.19 is used, because hosts choose the version.
 */
public final class Json {
  private static final String UNKNOWN = "jxc.unknown";
  private static final JsonMapper BODIES = bodies().build();
  private static final JsonMapper EVENTS =
      bodies().addMixIn(JxcEvent.class, Headless.class).build();
  private static final JsonMapper CANONICAL =
      bodies()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  /** Know how their class is written before they are asked to, as a mapper does not. */
  private static final ClassValue<ObjectWriter> WRITERS = writers(BODIES);

  private static final ClassValue<ObjectWriter> EVENT_WRITERS = writers(EVENTS);

  private static final ClassValue<ObjectReader> READERS =
      new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
          return BODIES.readerFor(type);
        }
      };

  private static final ClassValue<Boolean> OBJECTS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return BODIES.getSerializerProviderInstance().findValueSerializer(type)
                instanceof BeanSerializerBase;
          } catch (JsonMappingException e) {
            throw new UncheckedIOException("cannot write " + type, e);
          }
        }
      };

  private Json() {}

  /** Leaves the header of events out. */
  @JsonIgnoreProperties("header")
  private interface Headless {}

  /** What was read: the value, and the fields its class does not know. */
  record Read<T>(T value, Optional<ObjectNode> unknown) {}

  /** Where the unknown fields of the root go. */
  private record Kept(Class<?> root, ObjectNode fields) {}

  private static ClassValue<ObjectWriter> writers(JsonMapper mapper) {
    return new ClassValue<>() {
      @Override
      protected ObjectWriter computeValue(Class<?> type) {
        return mapper.writerFor(type);
      }
    };
  }

  /** Writes a value as a body. */
  public static Bytes write(Object value) {
    try {
      return Bytes.wrap(WRITERS.get(value.getClass()).writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + value.getClass(), e);
    }
  }

  /** Writes an event without its header, which is stored in columns. */
  static Bytes writeEvent(JxcEvent event) {
    try {
      return Bytes.wrap(EVENT_WRITERS.get(event.getClass()).writeValueAsBytes(event));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + event.getClass(), e);
    }
  }

  /** Writes a value as a body, together with fields that an earlier reader did not know. */
  static Bytes write(Object value, Optional<ObjectNode> unknown) {
    if (unknown.isEmpty()) {
      return write(value);
    }
    ObjectNode tree = BODIES.valueToTree(value);
    unknown.get().properties().forEach(field -> tree.set(field.getKey(), field.getValue()));
    return write(tree);
  }

  /** Reads a body. */
  public static <T> T read(Bytes body, Class<T> type) {
    return readKeeping(body, type).value();
  }

  /** Reads a body and keeps what its class does not know. */
  static <T> Read<T> readKeeping(Bytes body, Class<T> type) {
    Kept unknown = new Kept(type, BODIES.createObjectNode());
    ObjectReader reader = READERS.get(type).withAttribute(UNKNOWN, unknown);
    try {
      T value = reader.readValue(body.unsafeArray());
      if (value == null) {
        throw new IOException("null");
      }
      boolean all = unknown.fields().isEmpty();
      return new Read<>(value, all ? Optional.empty() : Optional.of(unknown.fields()));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored body is not a " + type.getSimpleName(), e);
    }
  }

  /** Reads a body as a tree. */
  public static JsonNode tree(Bytes body) {
    try {
      return BODIES.readTree(body.unsafeArray());
    } catch (IOException e) {
      throw new UncheckedIOException("a stored body is not JSON", e);
    }
  }

  /** Tells whether values of a class are written as objects with fields. */
  public static boolean isObject(Class<?> type) {
    return OBJECTS.get(type);
  }

  /** Returns a value as it is written, for people: a text without its quotes. */
  public static String text(Object value) {
    if (value instanceof String || value instanceof Quantity) {
      // most are: written as they are
      return value.toString();
    }
    try {
      String written = BODIES.writeValueAsString(value);
      if (written.charAt(0) != '"') {
        return written;
      }
      return written.indexOf('\\') < 0
          ? written.substring(1, written.length() - 1)
          : BODIES.readValue(written, String.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + value.getClass(), e);
    }
  }

  /** Turns a tree into a value. */
  public static <T> T fromTree(JsonNode tree, Class<T> type) {
    try {
      return BODIES.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored body is not a " + type.getSimpleName(), e);
    }
  }

  /** Returns a new, empty object. */
  public static ObjectNode object() {
    return BODIES.createObjectNode();
  }

  /**
   * Returns the SHA-256 of a command's canonical form: its type first, fields in order of their
   * names, fields at their default left out, so that a new field does not turn replays into
   * conflicts. The request id is not part of it.
   */
  public static Bytes contentHash(String type, Object command) {
    try (ByteArrayBuilder canonical = new ByteArrayBuilder()) {
      try (JsonGenerator out = new Nameless(CANONICAL.createGenerator(canonical))) {
        CANONICAL.writeValue(out, command);
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(type.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(canonical.toByteArray());
      return Bytes.wrap(sha.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a command has a canonical form", e);
    }
  }

  /** Leaves the request id of the outermost object out. */
  private static final class Nameless extends FilteringGeneratorDelegate {
    Nameless(JsonGenerator out) {
      super(out, new Outermost(), TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true);
    }

    private static final class Outermost extends TokenFilter {
      @Override
      public @Nullable TokenFilter includeProperty(String name) {
        return name.equals("requestId") ? null : TokenFilter.INCLUDE_ALL;
      }

      @Override
      public TokenFilter filterStartArray() {
        return TokenFilter.INCLUDE_ALL;
      }

      @Override
      public boolean includeEmptyObject(boolean contentsFiltered) {
        return true;
      }
    }
  }

  private static JsonMapper.Builder bodies() {
    SimpleModule values = new SimpleModule("jxc-values");
    text(values, Quantity.class, Quantity::toString, Quantity::of);
    text(values, UnitPrice.class, UnitPrice::toString, UnitPrice::of);
    text(values, TenantId.class, TenantId::value, TenantId::of);
    values.addSerializer(BigDecimal.class, new DecimalWriter());
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(values)
        .addHandler(new KeepUnknown())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .withConfigOverride(
            BigDecimal.class,
            override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider p)
              throws IOException {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.getValueAsString());
          }
        });
  }

  /** Writes decimals as plain texts, so that no reader makes a double of them. */
  private static final class DecimalWriter extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toPlainString());
    }
  }

  /** Sets fields of a newer version aside instead of losing them. */
  private static final class KeepUnknown extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser in,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String name)
        throws IOException {
      JsonNode value = in.readValueAsTree();
      // only the root's fields can be put back; a nested class with new fields takes a new format.
      // The parser does not tell the depth: fields met before a record is built come from a buffer
      Class<?> owner = beanOrClass instanceof Class<?> type ? type : beanOrClass.getClass();
      if (context.getAttribute(UNKNOWN) instanceof Kept kept && kept.root().equals(owner)) {
        kept.fields().set(name, value);
      }
      return true;
    }
  }
}
