package io.jxc.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.core.internal.testing.Samples;
import io.jxc.core.internal.testing.Shop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No service method can be forgotten: each names its permission and asks for it. */
class EveryServiceMethodRequiresTest {
  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void theSessionLeadsToServices() {
    assertThat(services()).extracting(Method::getName).contains("access", "audit", "feed");
  }

  @TestFactory
  Stream<DynamicTest> anActorWithoutRolesIsRefusedWithThePermissionOfTheMethod() {
    return services()
        .flatMap(
            service ->
                methods(service.getReturnType())
                    .map(
                        method ->
                            dynamicTest(
                                service.getName() + "." + method.getName(),
                                () -> check(service, method))));
  }

  private void check(Method service, Method method) throws ReflectiveOperationException {
    Requires requires = method.getAnnotation(Requires.class);
    assertThat(requires).as("@Requires on %s", method).isNotNull();
    assertThat(Permissions.all()).contains(requires.value());
    Object target = service.invoke(shop.as("nobody"));
    Object[] arguments = Samples.arguments(method);
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      answer = e.getCause();
    }
    assertThat(refusal(answer).permission()).as("%s", method).isEqualTo(requires.value());
  }

  private static AccessDeniedException refusal(Object answer) {
    Object refused = answer;
    if (answer instanceof List<?> outcomes) {
      assertThat(outcomes).hasSize(1);
      refused = ((Outcome<?>) outcomes.get(0)).error().orElseThrow();
    }
    assertThat(refused).isInstanceOf(AccessDeniedException.class);
    return (AccessDeniedException) refused;
  }

  private static Stream<Method> services() {
    return Arrays.stream(JxcSession.class.getMethods())
        .filter(method -> method.getReturnType().getSimpleName().endsWith("Service"))
        .sorted(Comparator.comparing(Method::getName));
  }

  private static Stream<Method> methods(Class<?> service) {
    return Arrays.stream(service.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toString));
  }
}
