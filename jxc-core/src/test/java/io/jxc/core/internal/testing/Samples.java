package io.jxc.core.internal.testing;

import io.jxc.api.PageRequest;
import io.jxc.api.Quantity;
import io.jxc.api.TenantId;
import io.jxc.api.UnitPrice;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.audit.Anchor;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.tenant.TenantSettings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes well-formed arguments from their types alone. A record is made of samples of its
 * components; where that gives no valid one, a sample is named in {@link #KNOWN} or {@link #NAMED}.
 */
public final class Samples {
  private static final Map<Class<?>, Object> KNOWN = new HashMap<>();
  private static final Map<String, Object> NAMED = new HashMap<>();

  static {
    KNOWN.put(String.class, "sample");
    KNOWN.put(int.class, 1);
    KNOWN.put(long.class, 1L);
    KNOWN.put(boolean.class, true);
    KNOWN.put(Long.class, 1L);
    KNOWN.put(BigDecimal.class, BigDecimal.ONE);
    KNOWN.put(LocalDate.class, LocalDate.of(2026, 11, 22));
    KNOWN.put(Instant.class, Shop.OPENING);
    KNOWN.put(Duration.class, Duration.ofMinutes(5));
    KNOWN.put(Quantity.class, Quantity.of("1"));
    KNOWN.put(UnitPrice.class, UnitPrice.of("1"));
    KNOWN.put(TenantId.class, TenantId.of("acme"));
    KNOWN.put(PageRequest.class, PageRequest.first(10));
    KNOWN.put(TenantSettings.class, TenantSettings.of("CNY", ZoneOffset.UTC));
    KNOWN.put(Anchor.class, new Anchor(1, "0".repeat(64)));
    KNOWN.put(ApprovalRef.class, ApprovalRef.id("sample"));
    KNOWN.put(ReceivePurchaseOrder.class, ReceivePurchaseOrder.allOf("sample").build());
    NAMED.put("permission", Permissions.STOCK_VIEW);
    NAMED.put("currency", "CNY");
  }

  private Samples() {}

  /** Makes the arguments of a call. */
  public static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameters()).map(Samples::argument).toArray();
  }

  private static Object argument(Parameter parameter) {
    return sample(parameter.getParameterizedType(), parameter.getName());
  }

  private static Object sample(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Optional.class) {
        return Optional.empty();
      } else if (raw == Map.class) {
        return Map.of();
      } else if (raw == SortedMap.class) {
        return new TreeMap<>();
      }
      Object element = sample(generic.getActualTypeArguments()[0], name);
      return raw == Set.class ? Set.of(element) : List.of(element);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class && NAMED.containsKey(name)) {
      return NAMED.get(name);
    } else if (KNOWN.containsKey(raw)) {
      return KNOWN.get(raw);
    } else if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    } else if (raw.isRecord()) {
      return record(raw);
    }
    throw new IllegalStateException("no sample of " + type + " '" + name + "': name one here");
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(component -> sample(component.getGenericType(), component.getName()))
            .toArray();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "the sample of " + type + " is not valid: name one here", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type, e);
    }
  }
}
