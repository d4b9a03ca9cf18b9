package dev.ndbind.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of annotations and core. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrls(List.of(origin(NumpyArray.class), origin(DType.class)))
          .that(JavaClass.Predicates.resideInAPackage("dev.ndbind.."));

  private static final String[] ENGINES = {
    "dev.ndbind.internal.copy..",
    "dev.ndbind.internal.memory..",
    "dev.ndbind.internal.npy..",
    "dev.ndbind.internal.observe..",
    "dev.ndbind.internal.reuse..",
    "dev.ndbind.internal.text.."
  };

  /** The folder or archive of a class that is shipped; the tests are elsewhere. */
  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** Rules over nothing hold always. */
  @Test
  void allPackagesAreLookedAt() {
    for (String name :
        new String[] {
          "annotation",
          "call",
          "internal.access",
          "internal.copy",
          "internal.memory",
          "internal.npy",
          "internal.observe",
          "internal.reuse",
          "internal.text"
        }) {
      assertThat(CLASSES.containPackage("dev.ndbind." + name)).as(name).isTrue();
    }
    assertThat(CLASSES.contain("dev.ndbind.NumpyArray")).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void annotationsDependOnNothingOfOurs() {
    classes()
        .that()
        .resideInAPackage("dev.ndbind.annotation..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.ndbind.annotation..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void theEnginesKnowNoArrays() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.ndbind", "dev.ndbind.call..", "dev.ndbind.internal.access..")
        .check(CLASSES);
  }

  @Test
  void onlyTheDoorToTheArraysKnowsThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.ndbind.internal..")
        .and()
        .resideOutsideOfPackage("dev.ndbind.internal.access..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.ndbind.NumpyArray")
        .check(CLASSES);
  }

  @Test
  void arraysDoNotKnowCalls() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.ndbind", "dev.ndbind.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.ndbind.call..")
        .check(CLASSES);
  }

  @Test
  void coreNeedsTheJdkAndOneCache() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.ndbind..",
            "java..",
            "jdk.jfr..",
            "com.sun.management..",
            "org.jspecify..",
            "com.github.benmanes.caffeine..")
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreKnowsTheCache() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ndbind.internal.reuse..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.benmanes.caffeine..")
        .check(CLASSES);
  }

  /**
   * A run-time image may lack it; then one class, which nothing needs, cannot be loaded. The other
   * is the door to it, which asks first whether it is there.
   */
  @Test
  void onlyTheEventAndItsDoorKnowFlightRecordings() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.ndbind.internal.observe.ConversionEvent")
        .and()
        .doNotHaveFullyQualifiedName("dev.ndbind.internal.observe.FlightRecorder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.jfr..")
        .check(CLASSES);
  }

  /** Likewise. */
  @Test
  void onlyOneClassAsksForTheOptionsOfTheJvm() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.ndbind.internal.memory.JvmOptions$Bean")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.management..")
        .check(CLASSES);
  }

  /** The door and the arrays know each other: that is what it is for. */
  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.ndbind.internal.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ENGINES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.ndbind.internal.access..")
        .check(CLASSES);
  }
}
