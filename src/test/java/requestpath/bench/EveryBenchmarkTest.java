package requestpath.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import requestpath.harness.api.InFork;
import requestpath.harness.api.Selective;
import requestpath.harness.fork.CorrectnessChecks;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * Runs every benchmark method once as a fork does: set-up, measured method, correctness check. Enum
 * parameters take every constant, but payloads only one of each record type: the library tests read
 * and write all payloads.
 */
class EveryBenchmarkTest {
  /** Small values for the parameters that are numbers. */
  private static final Map<String, String> NUMBERS =
      Map.of("size", "20", "n", "10", "iterations", "1000");

  private static final List<Object> PAYLOADS =
      List.of(Payload.DOCUMENT, Payload.NUMBERS, Payload.NESTED);

  private static final Path OWN_PAYLOAD = Path.of("target", "own-payload.json");

  @BeforeAll
  static void writeOwnPayload() throws IOException {
    Files.write(OWN_PAYLOAD, Payload.NESTED.json(20));
  }

  @ParameterizedTest
  @MethodSource("plannedRows")
  void everyVariantPassesTheCheckOfItsBenchmark(
      Class<?> benchmarkClass, String method, Map<String, Object> parameters) throws Exception {
    Selective benchmark = (Selective) benchmarkClass.getConstructor().newInstance();
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      benchmarkClass.getField(parameter.getKey()).set(benchmark, parameter.getValue());
    }
    BenchmarkParams measured = MeasuredMethod.named(benchmarkClass.getName() + "." + method);
    Support support = benchmark.support(method);
    if (support.isSupported()) {
      invokeAnnotated(Setup.class, benchmark, measured);
      assertThat(InFork.call(benchmark, measured)).isNotNull();
      assertThatCode(() -> invokeAnnotated(TearDown.class, benchmark, measured))
          .doesNotThrowAnyException();
      assertThat(CorrectnessChecks.takeSucceeded())
          .as("the correctness check says that it ran")
          .isTrue();
    } else {
      assertThat(support.reason()).isNotBlank();
      assertThat(support.source()).startsWith("https://");
    }
  }

  static Stream<Arguments> plannedRows() throws ReflectiveOperationException {
    List<Arguments> all = new ArrayList<>();
    for (BenchmarkListEntry entry : entries()) {
      Class<?> benchmarkClass = Class.forName(entry.getUserClassQName());
      String name = entry.getUsername();
      String method = name.substring(name.lastIndexOf('.') + 1);
      for (Map<String, Object> parameters : product(benchmarkClass, isColdStart(entry))) {
        all.add(Arguments.of(benchmarkClass, method, parameters));
      }
    }
    return all.stream();
  }

  @Test
  void allBenchmarksFollowTheRecipe() throws ClassNotFoundException {
    for (BenchmarkListEntry entry : entries()) {
      Class<?> benchmarkClass = Class.forName(entry.getUserClassQName());
      Fork fork = benchmarkClass.getAnnotation(Fork.class);
      assertThat(fork.jvmArgs())
          .containsExactly(
              "-Xms512m",
              "-Xmx512m",
              "-XX:+AlwaysPreTouch",
              "-XX:+UseG1GC",
              "-XX:G1HeapRegionSize=8m",
              "-Dfile.encoding=UTF-8");
      Warmup warmup = benchmarkClass.getAnnotation(Warmup.class);
      Measurement measurement = benchmarkClass.getAnnotation(Measurement.class);
      if (isColdStart(entry)) {
        assertThat(fork.value()).isGreaterThanOrEqualTo(20);
        assertThat(warmup.iterations()).isZero();
        assertThat(measurement.iterations()).isEqualTo(1);
        continue;
      }
      assertThat(fork.value()).isEqualTo(7);
      assertThat(warmup.iterations() * warmup.time()).isEqualTo(3000);
      assertThat(warmup.timeUnit()).isEqualTo(TimeUnit.MILLISECONDS);
      assertThat(measurement.iterations()).isEqualTo(50);
      assertThat(measurement.time()).isEqualTo(40);
      assertThat(measurement.timeUnit()).isEqualTo(TimeUnit.MILLISECONDS);
    }
  }

  /** G1 allocates objects of half a region or more as humongous, outside the young generation. */
  @ParameterizedTest
  @EnumSource(names = {"DOCUMENT", "VARIED"})
  void tenThousandRecordsAreNotHumongous(Payload payload) {
    String region =
        Arrays.stream(JsonEncodeBenchmark.class.getAnnotation(Fork.class).jvmArgs())
            .filter(argument -> argument.startsWith("-XX:G1HeapRegionSize="))
            .map(argument -> argument.replaceAll("\\D+", " ").strip().split(" ")[1])
            .findFirst()
            .orElseThrow();
    // A buffer that doubles until it holds the document is at most twice as long.
    assertThat(2 * payload.json(10_000).length).isLessThan((Integer.parseInt(region) << 20) / 2);
  }

  /** One call in a fresh JVM: there is nothing to warm up, and more JVMs make up for it. */
  private static boolean isColdStart(BenchmarkListEntry entry) {
    return entry.getMode() == Mode.SingleShotTime;
  }

  @Test
  void aBenchmarkReturnsItsResult() throws ClassNotFoundException {
    for (BenchmarkListEntry entry : entries()) {
      for (Method method : Class.forName(entry.getUserClassQName()).getMethods()) {
        if (method.isAnnotationPresent(Benchmark.class)) {
          assertThat(method.getReturnType()).as(method.toString()).isNotEqualTo(void.class);
        }
      }
    }
  }

  private static Set<BenchmarkListEntry> entries() {
    return BenchmarkList.defaultList()
        .find(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
            List.of("^requestpath\\.bench\\.\\w+Benchmark\\."),
            List.of());
  }

  /** All combinations of values; for cold starts, which examine the whole heap, only defaults. */
  private static List<Map<String, Object>> product(Class<?> benchmarkClass, boolean isColdStart) {
    List<Map<String, Object>> product = List.of(Map.of());
    for (Field field : benchmarkClass.getFields()) {
      if (field.isAnnotationPresent(Param.class)) {
        List<Map<String, Object>> longer = new ArrayList<>();
        for (Map<String, Object> shorter : product) {
          for (Object value : values(field, isColdStart)) {
            Map<String, Object> combined = new LinkedHashMap<>(shorter);
            combined.put(field.getName(), value);
            longer.add(combined);
          }
        }
        product = longer;
      }
    }
    return product;
  }

  private static List<Object> values(Field field, boolean isColdStart) {
    String[] defaults = field.getAnnotation(Param.class).value();
    if (field.getType().isEnum()) {
      if (isColdStart && defaults.length == 1) {
        return Arrays.stream(field.getType().getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equals(defaults[0]))
            .map(Object.class::cast)
            .toList();
      }
      return field.getType() == Payload.class
          ? PAYLOADS
          : List.of(field.getType().getEnumConstants());
    }
    if (field.getType() == String.class) {
      return List.of(field.getName().equals("file") ? OWN_PAYLOAD.toString() : defaults[0]);
    }
    assertThat(NUMBERS).containsKey(field.getName());
    return List.of(Integer.parseInt(NUMBERS.get(field.getName())));
  }

  private static void invokeAnnotated(
      Class<? extends Annotation> annotation, Object benchmark, BenchmarkParams measured)
      throws Exception {
    for (Method method : benchmark.getClass().getMethods()) {
      if (method.isAnnotationPresent(annotation)) {
        method.invoke(
            benchmark, method.getParameterCount() == 0 ? new Object[0] : new Object[] {measured});
      }
    }
  }
}
