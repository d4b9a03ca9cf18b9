package dev.ndbind.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The stages of the processor, and what each of them may know. */
class ArchitectureTest {
  private static final String ROOT = "dev.ndbind.processor";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void stagesKnowOnlyThoseBeforeThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("rounds")
        .definedBy(ROOT)
        .layer("source")
        .definedBy(ROOT + ".source")
        .layer("pattern")
        .definedBy(ROOT + ".pattern")
        .layer("model")
        .definedBy(ROOT + ".model")
        .layer("validation")
        .definedBy(ROOT + ".validation")
        .layer("emit")
        .definedBy(ROOT + ".emit")
        .layer("diagnostic")
        .definedBy(ROOT + ".diagnostic")
        .whereLayer("rounds")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("rounds")
        .whereLayer("validation")
        .mayOnlyBeAccessedByLayers("rounds")
        .whereLayer("emit")
        .mayOnlyBeAccessedByLayers("rounds")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("rounds", "source", "validation", "emit")
        .whereLayer("pattern")
        .mayOnlyBeAccessedByLayers("model", "source", "validation", "emit")
        .whereLayer("diagnostic")
        .mayOnlyBeAccessedByLayers("rounds", "source", "model", "validation")
        .check(CLASSES);
  }

  @Test
  void onlySourceReadsTheCompilersElements() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".pattern", ROOT + ".model", ROOT + ".validation")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
        .check(CLASSES);
  }

  @Test
  void onlyEmitKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }

  @Test
  void onlyTheReportPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".diagnostic")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.annotation.processing.Messager")
        .check(CLASSES);
  }
}
