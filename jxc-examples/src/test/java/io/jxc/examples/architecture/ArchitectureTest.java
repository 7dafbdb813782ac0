package io.jxc.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house, as rules that a reader can run. */
@AnalyzeClasses(packages = "io.jxc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int SPI_METHODS = 20;

  @ArchTest
  static final ArchRule THE_API_KNOWS_NOTHING_BUT_THE_JDK =
      classes()
          .that()
          .resideInAnyPackage("io.jxc.api..", "io.jxc.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.jxc.api..", "io.jxc.spi..", "org.jspecify..");

  @ArchTest
  static final ArchRule STORES_KNOW_ONLY_THE_SPI_AND_ITS_ERRORS =
      noClasses()
          .that()
          .resideInAPackage("io.jxc.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.jxc", "io.jxc.core..", "com.google.inject..");

  @ArchTest
  static final ArchRule RULES_ARE_PURE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Rules")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.inject..",
              "jakarta.inject..",
              "com.fasterxml..",
              "java.sql..",
              "java.io..",
              "java.nio.file..",
              "org.slf4j..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName(JxcStore.class.getName());

  @ArchTest
  static final ArchRule ONLY_THE_ROAD_AND_THE_READS_TOUCH_THE_STORE =
      noClasses()
          .that()
          .resideInAPackage("io.jxc.core.internal..")
          .and(
              not(
                  resideInAPackage("io.jxc.core.internal.command..")
                      .or(resideInAPackage("io.jxc.core.internal.session.."))
                      .or(resideInAPackage("io.jxc.core.internal.feed.."))
                      .or(resideInAPackage("io.jxc.core.internal.audit.."))))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(JxcStore.class.getName());

  @ArchTest
  static final ArchRule ONLY_THE_COMMITTER_COMMITS =
      noClasses()
          .that(
              // the guard before the store hands on what the committer sends
              not(simpleNameEndingWith("Committer").or(simpleName("GuardedStore"))))
          .and()
          .resideInAPackage("io.jxc.core..")
          .should()
          .callMethod(JxcStore.class, "commit", io.jxc.spi.store.ChangeSet.class)
          .orShould()
          .callMethod(JxcStore.class, "prepare", io.jxc.spi.store.ChangeSet.class)
          .orShould()
          .callMethod(io.jxc.spi.store.PreparedCommit.class, "commit");

  @ArchTest
  static final ArchRule THE_LIBRARY_PRINTS_NOTHING =
      noClasses()
          .that(not(resideInAnyPackage("io.jxc.examples..", "io.jxc.store.jdbc.testing..")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule THE_BUILDER_IS_THE_ONLY_PUBLIC_CLASS_OF_CORE =
      classes()
          .that()
          .resideInAPackage("io.jxc")
          .and()
          .areTopLevelClasses()
          .should()
          .haveSimpleName("Jxc")
          .orShould()
          .haveSimpleName("package-info");

  @ArchTest
  static final ArchRule MICROMETER_IS_NEEDED_BY_ITS_ADAPTER_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.jxc.micrometer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.jxc.micrometer");

  @ArchTest
  static final ArchRule SIGNATURES_OF_THE_API_NAME_NO_THIRD_PARTY =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.jxc")
          .and()
          .arePublic()
          .should()
          .haveRawReturnType(resideInAPackage("java..").or(resideInAPackage("io.jxc..")));

  @ArchTest
  static void noFeatureKnowsAnotherInACircle(JavaClasses classes) {
    slices()
        .matching("io.jxc.api.(catalog|partner|inventory|purchase|sales|approval|audit|feed)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @ArchTest
  static final ArchRule NO_STATE_IS_STATIC =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("io.jxc.examples..")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @Test
  void theStorageSpiStaysSmall() {
    long methods =
        Stream.of(JxcStore.class, StoreView.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName)
            .count();
    assertThat(methods).isLessThanOrEqualTo(SPI_METHODS);
  }
}
