package dev.ndbind.dlpack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows out of this module: to core's front doors, and to no framework. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrls(List.of(DLPack.class.getProtectionDomain().getCodeSource().getLocation()));

  @Test
  void theModuleIsLookedAt() {
    assertThat(CLASSES.contain(DLPack.class)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void onlyCoreIsKnown() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.ndbind.dlpack",
            "dev.ndbind",
            "dev.ndbind.call",
            "dev.ndbind.annotation",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }
}
