package dev.ndbind.numpy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module. */
class ArchitectureTest {
  private static final String INSTALL = "dev.ndbind.numpy.internal.install";
  private static final String CPYTHON = "dev.ndbind.numpy.internal.cpython";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrls(List.of(Python.class.getProtectionDomain().getCodeSource().getLocation()));

  @Test
  void allPackagesAreLookedAt() {
    assertThat(CLASSES.containPackage(INSTALL)).isTrue();
    assertThat(CLASSES.containPackage(CPYTHON)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void filesKnowNothingOfTheInterpreter() {
    classes()
        .that()
        .resideInAPackage(INSTALL)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(INSTALL, "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void theInterpreterKnowsNothingOfArrays() {
    classes()
        .that()
        .resideInAPackage(CPYTHON)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CPYTHON, INSTALL, "java..", "org.jspecify..")
        .check(CLASSES);
  }

  /** Of core, only what is exported; of JavaCPP, nothing: its archives are a store of files. */
  @Test
  void othersAreUsedByTheirFrontDoor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.ndbind.internal..", "org.bytedeco..")
        .check(CLASSES);
  }
}
