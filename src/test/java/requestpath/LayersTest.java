package requestpath;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages depend on each other in one direction, and few of them use JMH. */
class LayersTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("requestpath");

  @Test
  void arrowsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("payload")
        .definedBy("requestpath.payload..")
        .layer("codec")
        .definedBy("requestpath.codec")
        .layer("handwritten")
        .definedBy("requestpath.codec.handwritten..")
        .layer("json")
        .definedBy("requestpath.codec.json..")
        .layer("msgpack")
        .definedBy("requestpath.codec.msgpack..")
        .layer("handler")
        .definedBy("requestpath.handler..")
        .layer("conformance")
        .definedBy("requestpath.conformance..")
        .layer("text")
        .definedBy("requestpath.text..")
        .layer("result")
        .definedBy("requestpath.result..")
        .layer("harness")
        .definedBy("requestpath.harness..")
        .layer("report")
        .definedBy("requestpath.report..")
        .layer("profile")
        .definedBy("requestpath.profile..")
        .layer("cli")
        .definedBy("requestpath.cli..")
        .layer("bench")
        .definedBy("requestpath.bench..")
        .whereLayer("bench")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers("harness", "report", "cli")
        .whereLayer("result")
        .mayOnlyBeAccessedByLayers("harness", "report", "cli", "bench")
        .whereLayer("harness")
        .mayOnlyBeAccessedByLayers("cli", "bench")
        .whereLayer("profile")
        .mayOnlyBeAccessedByLayers("harness", "cli")
        .whereLayer("conformance")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("handwritten")
        .mayOnlyBeAccessedByLayers("json", "msgpack", "bench")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("handler", "conformance", "bench")
        .whereLayer("msgpack")
        .mayOnlyBeAccessedByLayers("conformance", "bench")
        .whereLayer("handler")
        .mayOnlyBeAccessedByLayers("bench")
        .whereLayer("codec")
        .mayOnlyAccessLayers("payload")
        .check(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requestpath.payload..",
        "requestpath.text..",
        "requestpath.result..",
        "requestpath.profile.."
      })
  void theLowestLayersImportNothingOfOurs(String layer) {
    noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("requestpath..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(layer))))
        .check(OURS);
  }

  @Test
  void onlyTheHarnessAndBenchKnowJmh() {
    noClasses()
        .that()
        .resideOutsideOfPackages("requestpath.harness..", "requestpath.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.openjdk.jmh..")
        .check(OURS);
  }

  @Test
  void benchmarksSeeTheApiOfTheHarnessAlone() {
    noClasses()
        .that()
        .resideInAPackage("requestpath.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "requestpath.harness.fork..",
            "requestpath.harness.plan..",
            "requestpath.harness.machine..",
            "requestpath.harness.run..")
        .check(OURS);
  }

  @Test
  void aLibraryIsKnownToItsOwnCodecAlone() {
    for (List<String> libraryAndOwner :
        List.of(
            List.of("com.google.gson..", "Gson"),
            List.of("com.google.common..", "LibraryUtf8Check"),
            List.of("tools.jackson..", "Jackson3"),
            List.of("org.mozilla.javascript..", "RhinoProgram"),
            List.of("com.dylibso.chicory..", "ChicoryProgram"),
            List.of("redis.clients..", "JedisStore"),
            List.of("io.lettuce..", "LettuceStore"),
            List.of("redis.embedded..", "OwnRedis"),
            List.of("one.profiler..", "Recorder"),
            List.of("org.msgpack.jackson..", "JacksonMsgPack"))) {
      noClasses()
          .that()
          .haveNameNotMatching(".*\\." + libraryAndOwner.get(1) + "\\w*(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(libraryAndOwner.get(0))
          .check(OURS);
    }
  }

  @Test
  void codecsAreFinal() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Codec")
        .and()
        .areNotInterfaces()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(OURS);
  }

  @Test
  void codecsAreReachedThroughTheirFacadeAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("requestpath.codec..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are codecs",
                each -> each.getSimpleName().endsWith("Codec") && !each.isInterface()))
        .check(OURS);
  }

  @Test
  void theRulesLookAtSomething() {
    assertThat(OURS.contain("requestpath.bench.JsonEncodeBenchmark")).isTrue();
    assertThat(OURS.contain("requestpath.codec.json.gson.GsonCodec")).isTrue();
  }
}
