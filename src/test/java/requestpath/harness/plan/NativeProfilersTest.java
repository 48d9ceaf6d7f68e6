package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.fork.NativeAccess;
import requestpath.harness.run.Rows;
import requestpath.profile.NativeLibrary;

/** JMH's {@code -prof async} with nothing to install, and the files that profilers write. */
class NativeProfilersTest {
  private static final Path RUN = Path.of("/run");

  @Test
  void aLibraryIsNamedUnlessTheCommandLineDoes() throws IOException {
    assumeTrue(NativeLibrary.extract().isPresent(), "skipped: no native library for this platform");

    assertThat(NativeProfilers.withLibrary(new ProfilerConfig("async", "output=jfr")).getOpts())
        .isEqualTo("output=jfr;libPath=" + NativeLibrary.extract().orElseThrow());
    assertThat(NativeProfilers.withLibrary(new ProfilerConfig("async", "libPath=/x.so")).getOpts())
        .isEqualTo("libPath=/x.so");
    assertThat(NativeProfilers.withLibrary(new ProfilerConfig("gc", "")).getOpts()).isEmpty();
  }

  @Test
  void eachForkHasItsFolder() {
    PlannedVariant row = row();
    assertThat(options("output=flamegraph;libPath=/x.so", row))
        .isEqualTo("output=flamegraph;libPath=/x.so;dir=/run/async/round-2");
    assertThat(options("libPath=/x.so;dir=/mine;output=jfr", row))
        .isEqualTo("libPath=/x.so;output=jfr;dir=/mine/round-2");
    assertThat(options("libPath=/x.so", row.control()))
        .isEqualTo("libPath=/x.so;dir=/run/async/round-2-control");
    assertThat(options("libPath=/x.so", row.against()))
        .isEqualTo("libPath=/x.so;dir=/run/async/round-2-against");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jfr       | ''                          | dir=/run/jfr/round-2
          jfr       | configName=x;dir=/mine      | configName=x;dir=/mine/round-2
          perfasm   | saveLog=true                | saveLog=true;saveLogTo=/run/perfasm/round-2
          perfasm   | savePerfBin=true;savePerfBinTo=/b | savePerfBin=true;savePerfBinTo=/b/round-2
          dtraceasm | savePerf=true               | savePerf=true;savePerfTo=/run/dtraceasm/round-2
          xperfasm  | saveLog=true                | saveLog=true;saveLogTo=/run/xperfasm/round-2
          perfasm   | saveLog=false               | saveLog=false
          """)
  void eachProfilerThatWritesFilesWritesThoseOfAForkApart(String name, String asked, String given) {
    ProfilerConfig profiler = new ProfilerConfig(name, asked);

    assertThat(NativeProfilers.forRound(List.of(profiler), RUN, 2, row()))
        .containsExactly(new ProfilerConfig(name, given));
    assertThat(ProfilerFiles.directories(List.of(profiler), RUN).keySet())
        .isEqualTo(asked.equals(given) ? Set.of() : Set.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          saveLog=true;saveLogTo=/a;savePerf=true;savePerfTo=/b | /a /b
          saveLog=true;savePerf=true;savePerfTo=/b              | /run/perfasm /b
          saveLog=true;savePerf=true                            | /run/perfasm
          """)
  void eachFolderIsNamedOnce(String asked, String directories) {
    assertThat(ProfilerFiles.directories(List.of(new ProfilerConfig("perfasm", asked)), RUN))
        .isEqualTo(
            Map.of(
                "perfasm",
                Arrays.stream(directories.split(" ")).map(Path::of).collect(Collectors.toSet())));
  }

  @Test
  void otherProfilersAreLeftAlone() {
    ProfilerConfig gc = new ProfilerConfig("gc", "churn=true");

    assertThat(NativeProfilers.forRound(List.of(gc), RUN, 1, row())).containsExactly(gc);
    assertThat(ProfilerFiles.directories(List.of(gc), RUN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, 17", "25, 25", "26-ea, 26", "1.8.0_402, 1", "unknown, 0"})
  void versionsHaveAFirstNumber(String version, int feature) {
    assertThat(NativeAccess.feature(version)).isEqualTo(feature);
  }

  private static String options(String given, PlannedVariant fork) {
    List<ProfilerConfig> profilers =
        NativeProfilers.forRound(List.of(new ProfilerConfig("async", given)), RUN, 2, fork);
    assertThat(profilers).hasSize(2);
    assertThat(profilers.get(1).getKlass()).isEqualTo(NativeAccess.class.getName());
    return profilers.get(0).getOpts();
  }

  private static PlannedVariant row() {
    return Rows.row("a.B.c", "c");
  }
}
