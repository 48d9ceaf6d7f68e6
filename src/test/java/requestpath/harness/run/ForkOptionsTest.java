package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import requestpath.cli.CommandLines;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.plan.JmhLine;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Settings;

/** What of the command line reaches a fork. */
class ForkOptionsTest {
  private static final PlannedVariant ROW = Rows.row("GSON");

  /** Every option of JMH that takes a value. */
  private static final String EVERY_OPTION =
      "-bm avgt,ss -bs 2 -e Excluded -f 9 -foe false -gc true -i 4 -jvm java -jvmArgs -Xint"
          + " -jvmArgsAppend -Da=b -jvmArgsPrepend -Dc=d -o out.txt -opi 5 -p library=JACKSON2,GSON"
          + " -prof gc -r 6s -rf csv -rff r.csv -si false -t 7 -tg 1,2 -to 8s -tu ns -v EXTRA -w 9s"
          + " -wbs 10 -wf 1 -wi 11 -wm INDI Json";

  /** What a fork has of its own. */
  private static final Set<String> OWN =
      Set.of(
          "getIncludes",
          "getExcludes",
          "getWarmupIncludes",
          "getBenchModes",
          "getForkCount",
          "getWarmupForkCount",
          "getJvmArgs",
          "getJvmArgsAppend",
          "getJvmArgsPrepend",
          "getOutput",
          "getResult",
          "getResultFormat",
          "getProfilers",
          "shouldFailOnError");

  private static Options fork(String line) throws Exception {
    CommandLines.Parsed parsed = CommandLines.parsed(CommandLines.words(line));
    Options options = JmhLine.of(parsed.jmhArguments()).options();
    Settings settings = parsed.settings();
    return ForkOptions.of(
        options,
        settings.against().isPresent() ? ROW.against() : ROW,
        1,
        options.getThreads(),
        settings,
        ForkOptions.profilers(options));
  }

  @Test
  void everyOptionThatIsNotOfTheWholeRunReachesTheFork() throws Exception {
    Options line = JmhLine.of(List.of(CommandLines.words(EVERY_OPTION))).options();
    Options fork = fork(EVERY_OPTION);

    List<Method> others =
        Arrays.stream(Options.class.getMethods())
            .filter(method -> method.getParameterCount() == 0 && !OWN.contains(method.getName()))
            .toList();
    assertThat(others).hasSizeGreaterThan(14);
    for (Method method : others) {
      assertThat(String.valueOf(method.invoke(line)))
          .as(method.getName() + " is in the line")
          .doesNotContain("none", "null");
      Object expected = method.invoke(line);
      assertThat(method.invoke(fork))
          .as(method.getName())
          .usingRecursiveComparison()
          .isEqualTo(expected);
    }
  }

  @Test
  void aForkIsOneOfItsRowAndWritesNoFileOfTheRun() throws Exception {
    Options fork = fork(EVERY_OPTION);

    assertThat(fork.getIncludes()).containsExactly("^\\Q" + ROW.benchmark() + "\\E$");
    assertThat(fork.getExcludes()).isEmpty();
    assertThat(fork.getBenchModes()).containsExactly(Mode.AverageTime);
    assertThat(fork.getParameter("library").get()).containsExactly("GSON");
    assertThat(fork.getForkCount().get()).isEqualTo(1);
    assertThat(fork.getWarmupForkCount().get()).isEqualTo(1);
    assertThat(fork.shouldFailOnError().get()).isTrue();
    assertThat(fork.getOutput().hasValue()).isFalse();
    assertThat(fork.getResult().hasValue()).isFalse();
    assertThat(fork.getResultFormat().hasValue()).isFalse();
    assertThat(fork.getProfilers())
        .containsExactly(
            new ProfilerConfig("gc", ""), new ProfilerConfig(CorrectnessProfiler.class.getName()));
  }

  @Test
  void theArgumentsOfTheJvmAreAllInOneList() throws Exception {
    Options fork = fork(EVERY_OPTION);

    assertThat(fork.getJvmArgs().get()).containsExactly("-Dc=d", "-Xint", "-Da=b");
    assertThat(fork.getJvmArgsAppend().get()).isEmpty();
    assertThat(fork.getJvmArgsPrepend().get()).isEmpty();
    assertThat(fork("--against-args -Dx=y Json").getJvmArgs().get())
        .containsExactly("-Xmx512m", "-Dx=y");
  }

  @Test
  void aFirstLookIsShorterUnlessTheCommandLineSaysHowLong() throws Exception {
    Options quick = fork("--quick Json");
    assertThat(quick.getWarmupIterations().get()).isEqualTo(20);
    assertThat(quick.getMeasurementIterations().get()).isEqualTo(20);
    Options said = fork("--quick -wi 3 -i 4 Json");
    assertThat(said.getWarmupIterations().get()).isEqualTo(3);
    assertThat(said.getMeasurementIterations().get()).isEqualTo(4);
    assertThat(fork("Json").getWarmupIterations().hasValue()).isFalse();
  }

  @Test
  void aTurnIsAnIterationOfTheRecipeUnlessTheCommandLineSaysHowLong() throws Exception {
    assertThat(fork("Json").getMeasurementTime().get())
        .isEqualTo(TimeValue.milliseconds(ROW.recipe().iteration().toMillis()));
    assertThat(fork("-r 3s Json").getMeasurementTime().get()).isEqualTo(TimeValue.seconds(3));
  }

  /** A fork of another build reads what JMH sends, and may not have our classes. */
  @Test
  void onlyClassesOfJmhAndTheJdkAreSentToAFork() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(fork(EVERY_OPTION));
    }

    assertThat(bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("org.openjdk.jmh.runner.options.OptionsBuilder")
        .doesNotContain("requestpath.harness.run");
  }

  @Test
  void everyForkCountsAllocationOnce() throws Exception {
    for (Map.Entry<String, Integer> lineAndProfilers :
        Map.of("Json", 2, "-prof gc Json", 2, "-prof stack Json", 3).entrySet()) {
      Stream<String> names =
          fork(lineAndProfilers.getKey()).getProfilers().stream().map(ProfilerConfig::getKlass);
      assertThat(names).hasSize(lineAndProfilers.getValue());
    }
  }
}
