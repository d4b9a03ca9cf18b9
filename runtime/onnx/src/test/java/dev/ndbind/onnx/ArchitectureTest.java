package dev.ndbind.onnx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the classes of this module may know. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrls(List.of(Onnx.class.getProtectionDomain().getCodeSource().getLocation()));

  @Test
  void allClassesAreLookedAt() {
    assertThat(CLASSES.contain(Internals.class)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void theBridgeKnowsArraysAndOneFramework() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.ndbind.onnx",
            "dev.ndbind",
            "dev.ndbind.annotation",
            "dev.ndbind.call",
            "ai.onnxruntime",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyOneClassLooksInsideOnnxRuntime() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Internals")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.invoke.MethodHandles$Lookup")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(CLASSES);
  }

  @Test
  void onlyOneClassCallsNativeFunctions() {
    noClasses()
        .that()
        .doNotHaveSimpleName("OrtApi")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.foreign.Linker")
        .check(CLASSES);
  }
}
