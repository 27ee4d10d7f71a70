package bongsu.ops.city;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Which part of Bongsu may know which, and what judging and fusing must never see. */
class ArchitectureTest {
  private static final JavaClasses BONGSU = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("bongsu");
  private static final String[] PURE = {"bongsu.core..", "bongsu.rules.."};
  private static final String TRIGONOMETRY =
      "sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot";

  @Test
  void modulesKnowOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("bongsu.core..")
        .layer("rules")
        .definedBy("bongsu.rules..")
        .layer("verticles")
        .definedBy("bongsu.verticles..")
        .layer("ops")
        .definedBy("bongsu.ops..")
        .whereLayer("core")
        .mayNotAccessAnyLayer()
        .whereLayer("rules")
        .mayOnlyAccessLayers("core")
        .whereLayer("verticles")
        .mayOnlyAccessLayers("core", "rules")
        .whereLayer("ops")
        .mayNotBeAccessedByAnyLayer()
        .check(BONGSU);
  }

  @Test
  void coreAndRulesSeeNoMachine() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "io.netty..", "java.net..", "java.nio.file..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.(Thread|Process.*)")
        .check(BONGSU);
  }

  @Test
  void coreAndRulesReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethodWhere(
            target(nameMatching("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
        .orShould()
        .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
            .and(target(owner(assignableTo(System.class)))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class)
        .because("time is handed in: " + Instant.class.getSimpleName() + " as a parameter")
        .check(BONGSU);
  }

  @Test
  void coreAndRulesDrawNoLots() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(SecureRandom.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .check(BONGSU);
  }

  @Test
  void coreAndRulesCalculateTheSameOnEveryMachine() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethodWhere(
            target(nameMatching(TRIGONOMETRY)).and(target(owner(assignableTo(Math.class)))))
        .because("only StrictMath gives the same bits everywhere")
        .check(BONGSU);
  }

  @Test
  void aNodeKnowsNeitherSimulatorNorBench() {
    noClasses()
        .that()
        .resideInAPackage("bongsu.ops.serve..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("bongsu.ops.sim..", "bongsu.ops.bench..")
        .check(BONGSU);
  }

  @Test
  void onlyTheListOfCommandsKnowsTheSimulator() {
    classes()
        .that()
        .resideInAPackage("bongsu.ops.sim..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("bongsu.ops.sim..", "bongsu.ops.command..")
        .check(BONGSU);
  }

  @Test
  void noPackageOfOpsNeedsItself() {
    slices().matching("bongsu.ops.(*)..").should().beFreeOfCycles().check(BONGSU);
  }

  @Test
  void judgingAndFusingNeedNoCycle() {
    slices().matching("bongsu.rules.(*)..").should().beFreeOfCycles().check(BONGSU);
  }
}
