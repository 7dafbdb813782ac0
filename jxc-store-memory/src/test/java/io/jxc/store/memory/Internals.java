package io.jxc.store.memory;

import io.jxc.api.TenantId;
import java.lang.reflect.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reaches into the store's collections, as nobody but tests may. */
final class Internals {
  private Internals() {}

  static TenantLog log(MemoryStore store, TenantId tenant) {
    return (TenantLog) get(store, "tenants", Map.class).get(tenant);
  }

  static Tables tables(TenantLog log) {
    return get(log, "tables", Tables.class);
  }

  static <T> T get(Object owner, String name, Class<T> type) {
    return type.cast(find(owner, name));
  }

  static @Nullable Object find(Object owner, String name) {
    try {
      return declared(owner, name).get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  static void set(Object owner, String name, Object value) {
    try {
      declared(owner, name).set(owner, value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Field declared(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }
}
