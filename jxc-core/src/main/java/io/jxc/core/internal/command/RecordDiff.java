package io.jxc.core.internal.command;

import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.Json;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which fields of a record changed, under the names they are stored with. Compares the
 * records themselves, so that only what differs is turned into text.
 */
final class RecordDiff {
  private static final int MAX_TEXT = 500;
  private static final ClassValue<List<Field>> FIELDS = new FieldsOf();

  /** The accessor takes and returns objects of any class, so that a call adapts nothing. */
  private record Field(String name, MethodHandle accessor) {
    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    static Field of(RecordComponent component, MethodHandle accessor) {
      return new Field(component.getName(), accessor.asType(ANY));
    }

    @Nullable Object of(@Nullable Object owner) {
      if (owner == null) {
        return null;
      }
      try {
        Object value = (Object) accessor.invokeExact(owner);
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a record's accessor throws nothing checked", e);
      }
    }
  }

  private static final class FieldsOf extends ClassValue<List<Field>> {
    @Override
    protected List<Field> computeValue(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      try {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        for (RecordComponent component : type.getRecordComponents()) {
          fields.add(Field.of(component, lookup.unreflect(component.getAccessor())));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("stored records are open to the library", e);
      }
      return fields;
    }
  }

  private final List<ObjectEntry.Field> changed;

  RecordDiff(List<ObjectEntry.Field> changed) {
    this.changed = changed;
  }

  /** Adds what differs between two records of one class; an absent one has no values. */
  void compare(String path, Optional<?> before, Optional<?> after) {
    compare(path, before.orElse(null), after.orElse(null));
  }

  private void compare(String path, @Nullable Object before, @Nullable Object after) {
    Object either = after == null ? before : after;
    if (either == null) {
      return;
    }
    for (Field field : FIELDS.get(either.getClass())) {
      value(path + field.name(), field.of(before), field.of(after));
    }
  }

  private void value(String path, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (nested(before) && nested(after)) {
      compare(path + ".", before, after);
    } else if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
      TreeSet<Object> keys = new TreeSet<>(was.keySet());
      keys.addAll(is.keySet());
      keys.forEach(key -> value(path + "." + key, was.get(key), is.get(key)));
    } else {
      changed.add(new ObjectEntry.Field(path, text(before), text(after)));
    }
  }

  /** Tells whether a value is stored as an object with fields, not as one text. */
  private static boolean nested(@Nullable Object value) {
    return value instanceof Record && Json.isObject(value.getClass());
  }

  private static Optional<String> text(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    String text = Json.text(value);
    return Optional.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text);
  }
}
