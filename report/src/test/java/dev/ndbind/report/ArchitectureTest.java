package dev.ndbind.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of the command, and what each of them may know. */
class ArchitectureTest {
  private static final String ROOT = "dev.ndbind.report";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void stagesKnowOnlyThoseBeforeThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy(ROOT)
        .layer("page")
        .definedBy(ROOT + ".page")
        .layer("drawing")
        .definedBy(ROOT + ".drawing")
        .layer("source")
        .definedBy(ROOT + ".source")
        .layer("plan")
        .definedBy(ROOT + ".plan")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("drawing")
        .mayOnlyBeAccessedByLayers("page")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("command", "page")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "com.google.gson.., .plan",
    "com.samskivert.., .page",
    "com.sun.source.., .source",
    "picocli.., ''"
  })
  void eachLibraryIsKnownToOneStage(String library, String stage) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + stage)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
