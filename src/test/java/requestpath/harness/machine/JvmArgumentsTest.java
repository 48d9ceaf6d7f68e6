package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.cli.CommandLines;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.JmhLine;

/** JVM arguments of the command line replace the recipe's, whichever option gives them. */
class JvmArgumentsTest {
  private static final List<String> RECIPE =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseG1GC",
          "-XX:G1HeapRegionSize=8m",
          "-Dfile.encoding=UTF-8");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                               | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8
          -jvmArgsAppend -XX:+UseSerialGC  | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -Dfile.encoding=UTF-8 -XX:+UseSerialGC
          -jvmArgsPrepend -XX:+UseZGC      | -XX:+UseZGC -Xms512m -Xmx512m -XX:+AlwaysPreTouch -Dfile.encoding=UTF-8
          -jvmArgsAppend -XX:-UseG1GC      | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -Dfile.encoding=UTF-8 -XX:-UseG1GC
          -jvmArgsAppend -XX:-UseZGC       | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -XX:-UseZGC
          -jvmArgsPrepend -XX:+UseG1GC     | -XX:+UseG1GC -Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8
          -jvmArgsAppend -Xmx16m           | -Xms16m -XX:+AlwaysPreTouch -XX:+UseG1GC -Dfile.encoding=UTF-8 -Xmx16m
          -jvmArgsPrepend -Xmx1g           | -Xmx1g -Xms1g -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8
          -jvmArgsAppend -Xms1g            | -Xmx1g -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -Xms1g
          -jvmArgsAppend -Xms64m           | -Xmx512m -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -Xms64m
          -jvmArgsAppend -XX:MaxHeapSize=2g       | -Xms2g -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -XX:MaxHeapSize=2g
          -jvmArgsAppend -XX:MaxRAMPercentage=50  | -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=50
          -jvmArgsPrepend -XX:-AlwaysPreTouch     | -XX:-AlwaysPreTouch -Xms512m -Xmx512m -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8
          -jvmArgsPrepend -XX:G1HeapRegionSize=1m | -XX:G1HeapRegionSize=1m -Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+UseG1GC -Dfile.encoding=UTF-8
          -jvmArgsPrepend -Dfile.encoding=COMPAT  | -Dfile.encoding=COMPAT -Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m
          -jvmArgs -XX:+UseSerialGC               | -XX:+UseSerialGC
          """)
  void whatTheCommandLineNamesReplacesTheRecipes(String line, String arguments) throws Exception {
    assertThat(String.join(" ", of(line, "").all())).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | -XX:+UseParallelGC | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -Dfile.encoding=UTF-8 -XX:+UseParallelGC
          -jvmArgsAppend -XX:+UseSerialGC | -XX:+UseParallelGC | -Xms512m -Xmx512m -XX:+AlwaysPreTouch -Dfile.encoding=UTF-8 -XX:+UseParallelGC
          -jvmArgs -XX:+UseSerialGC       | -XX:+UseG1GC       | -XX:+UseG1GC
          -jvmArgsAppend -Xmx1g           | -Xmx2g             | -Xms2g -XX:+AlwaysPreTouch -XX:+UseG1GC -XX:G1HeapRegionSize=8m -Dfile.encoding=UTF-8 -Xmx2g
          """)
  void whatTheOtherSideNamesReplacesBoth(String line, String against, String arguments)
      throws Exception {
    assertThat(String.join(" ", of(line, against).all())).isEqualTo(arguments);
  }

  /** The argument of the command line is kept beside that of the other side. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -XX:CompileCommand=quiet           | -XX:CompileCommand=inline,A::b
          -XX:CompileOnly=a.B::c             | -XX:CompileOnly=a.B::d
          -XX:DisableIntrinsic=_a            | -XX:DisableIntrinsic=_b
          -XX:ControlIntrinsic=+_a           | -XX:ControlIntrinsic=-_b
          -XX:StartFlightRecording=name=a    | -XX:StartFlightRecording=name=b
          -XX:StartFlightRecording:name=a    | -XX:StartFlightRecording:name=b
          -XX:OnError=a                      | -XX:OnError=b
          -XX:OnOutOfMemoryError=a           | -XX:OnOutOfMemoryError=b
          -javaagent:a.jar=x                 | -javaagent:a.jar=y
          -agentlib:a                        | -agentlib:b
          -agentpath:/a.so                   | -agentpath:/b.so
          --add-opens=java.base/java.io=ALL-UNNAMED | --add-opens=java.base/java.nio=ALL-UNNAMED
          --add-exports=java.base/sun.nio=ALL-UNNAMED | --add-exports=java.base/sun.net=ALL-UNNAMED
          --add-modules=java.sql             | --add-modules=java.xml
          -Xlog:gc                           | -Xlog:class+load
          -Da=b                              | -Dc=b
          -ea:a                              | -ea:b
          """)
  void whatAccumulatesIsKeptBesideThatOfTheOtherSide(String named, String against)
      throws Exception {
    for (String option : List.of("-jvmArgs ", "-jvmArgsPrepend ", "-jvmArgsAppend ")) {
      assertThat(of(option + named, against).all()).contains(named).endsWith(against);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -Da=b                | -Da=c
          -Da                  | -Da=c
          -XX:+UseStringDeduplication | -XX:-UseStringDeduplication
          -XX:TieredStopAtLevel=1 | -XX:TieredStopAtLevel=4
          """)
  void whatHasOneValueIsReplacedByThatOfTheOtherSide(String named, String against)
      throws Exception {
    assertThat(of("-jvmArgsAppend " + named, against).all())
        .doesNotContain(named)
        .endsWith(against);
  }

  @ParameterizedTest
  @CsvSource({"--add-opens", "--add-exports"})
  void aValueBehindABlankStaysWithItsOption(String option) throws Exception {
    String line = "-jvmArgsAppend '" + option + " java.base/java.io=ALL-UNNAMED'";
    assertThat(of(line, option + " java.base/java.nio=ALL-UNNAMED").all())
        .endsWith(
            option + "=java.base/java.io=ALL-UNNAMED", option + "=java.base/java.nio=ALL-UNNAMED");
    // A JVM takes both forms.
    assertThat(
            Jvm.of(
                    JmhLine.of(List.of(CommandLines.words(line))).options(),
                    Optional.empty(),
                    RECIPE)
                .arguments())
        .endsWith(option + "=java.base/java.io=ALL-UNNAMED");
    assertThat(of("-jvmArgsAppend '-cp a'", "").all()).endsWith("--class-path=a");
    assertThat(of("-jvmArgsAppend " + option, "").all()).endsWith(option);
  }

  @Test
  void whatIsReplacedIsKnown() throws Exception {
    assertThat(of("-jvmArgsAppend -XX:+UseSerialGC", "").replaced())
        .containsExactly("-XX:+UseG1GC", "-XX:G1HeapRegionSize=8m");
    assertThat(of("-jvmArgsAppend -Xint", "").replaced()).isEmpty();
    assertThat(of("-jvmArgs -Xint", "").replaced()).isEqualTo(RECIPE);
  }

  @Test
  void argumentsInFilesCountAsNamed() throws Exception {
    Path file = directory.resolve("args");
    Files.writeString(file, "-XX:+UseSerialGC \"-Da=b c\"\t-Dd='e f'\r\n");
    Path both = directory.resolve("both");
    Files.writeString(both, "# the other\n-XX:VMOptionsFile=" + file);

    for (String name : List.of("@" + file, "-XX:VMOptionsFile=" + file, "@" + both)) {
      assertThat(of("-jvmArgsAppend " + name, "").all())
          .contains("-XX:+UseSerialGC", "-Da=b c", "-Dd=e f")
          .doesNotContain("-XX:+UseG1GC");
    }
    assertThat(of("-jvmArgsAppend @" + directory.resolve("none"), "").all())
        .contains("@" + directory.resolve("none"), "-XX:+UseG1GC");
  }

  /** What the launcher and a JVM make of a file, each by its own rules. */
  @ParameterizedTest
  @CsvSource({"@", "-XX:VMOptionsFile="})
  void argumentsInFilesAreThoseThatAJvmReads(String prefix) throws Exception {
    boolean isLauncher = prefix.equals("@");
    Path file = directory.resolve("args");
    Files.writeString(
        file,
        """
        -Dp1="a\\tb\\\\c\\nd\\q" -Dp2='a "b' -Dp3=a\\.b -Dp4='a\\.b'\f-Dp5="a\\
           b#c"\t-D"p6"=m"n o"'p'
        """
            + (isLauncher
                ? "-Dp7=\"a\\\"b\" -Dp8=\"open \n-Dp9=y # '\n-Dq1=x#y\n-Dq2='a'b#c\n-Dq3=a\u000bb #"
                : "-Dp7='a\\' -Dp8=#fff -Dp9=a#b\u000b-Dq1='x\ny' -Dq2=#"));
    List<String> words = ArgumentFiles.expand(List.of(prefix + file));

    assertThat(words)
        .contains("-Dp2=a \"b", "-Dp3=a\\.b", "-Dp6=mn op")
        .contains(
            isLauncher
                ? new String[] {
                  "-Dp1=a\tb\\c\ndq", "-Dp4=a.b", "-Dp5=ab#c", "-Dp7=a\"b", "-Dp8=open "
                }
                : new String[] {"-Dp4=a\\.b", "-Dp5=a\\\n   b#c", "-Dp7=a\\", "-Dp8=#fff"});
    assertThat(properties(words)).isEqualTo(properties(List.of(prefix + file))).contains("p9 = ");
  }

  @Test
  void aFileWithAnOpenQuoteIsLeftToTheJvmThatRefusesIt() throws Exception {
    Path file = directory.resolve("args");
    Files.writeString(file, "-Da='b");
    assertThat(ArgumentFiles.expand(List.of("-XX:VMOptionsFile=" + file)))
        .containsExactly("-XX:VMOptionsFile=" + file);
  }

  /** What a JVM with some arguments says of its properties. */
  private static String properties(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    command.addAll(List.of("-XshowSettings:properties", "-version"));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** A JVM does not start with two collectors, or with an initial heap above the maximum. */
  @ParameterizedTest
  @CsvSource({"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-Xmx16m", "-Xms600m"})
  void aJvmStartsWithThem(String named) throws Exception {
    Jvm jvm =
        Jvm.of(JmhLine.of(List.of("-jvmArgsAppend", named)).options(), Optional.empty(), RECIPE);
    assertThat(jvm.arguments()).contains(named);
  }

  private static JvmArguments of(String line, String against) throws UsageException, IOException {
    return JvmArguments.of(
        RECIPE,
        JmhLine.of(List.of(CommandLines.words(line))).options(),
        against.isEmpty()
            ? Optional.empty()
            : Against.of(Optional.empty(), Optional.empty(), Optional.of(against)));
  }
}
