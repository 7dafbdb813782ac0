package io.jxc.core.internal.flaw;

import io.jxc.core.internal.testing.Ground;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs a test on code that has a flaw, and tells how it failed. */
final class Killers {
  private static final String CORE = "io.jxc.core.internal.";
  private static final String SEEDS = CORE + "sim.Seeds";
  private static final int MOST_SEEDS = 60;

  private final ClassLoader loader;

  Killers(ClassLoader loader) {
    this.loader = loader;
  }

  /** Returns what a test found wrong; empty when it passes. */
  Optional<String> run(String killer) throws ReflectiveOperationException {
    if (killer.equals(Flaw.SIMULATOR)) {
      Method first = loader.loadClass(SEEDS).getMethod("firstViolation", int.class);
      String found = (String) first.invoke(null, MOST_SEEDS);
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
    String[] names = killer.split("#", 2);
    Class<?> test = loader.loadClass(CORE + names[0]);
    try {
      runTest(test, names[1]);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getCause()));
    }
  }

  private void runTest(Class<?> type, String name) throws ReflectiveOperationException {
    Method test =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no test " + type + "#" + name));
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object instance = constructor.newInstance();
    for (Method before : annotated(type, BeforeEach.class)) {
      before.invoke(instance);
    }
    try {
      test.setAccessible(true);
      test.invoke(instance, arguments(test));
    } finally {
      for (Method after : annotated(type, AfterEach.class)) {
        after.invoke(instance);
      }
    }
  }

  /** Tests of the road take the place they run on: the memory is quick and has all rules. */
  private Object[] arguments(Method test) throws ClassNotFoundException {
    if (test.getParameterCount() == 0) {
      return new Object[0];
    }
    Class<?> kind = loader.loadClass(Ground.Kind.class.getName());
    return new Object[] {kind.getEnumConstants()[0]};
  }

  private static List<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
    List<Method> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(annotation)) {
        method.setAccessible(true);
        found.add(method);
      }
    }
    return found;
  }
}
