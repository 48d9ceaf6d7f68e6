package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.JmhLine;
import requestpath.harness.run.Failure;

/** Why a JVM does not start, and what it reads from the environment. */
class JvmTest {
  private static final String PICKED_UP =
      "NOTE: Picked up JDK_JAVA_OPTIONS: -Da=b\nPicked up JAVA_TOOL_OPTIONS: -Xint\n";

  /** As HotSpot 17 and 25 print them; a slash ends a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Error occurred during initialization of VM/Initial heap size set to a larger value than the maximum heap size                        | Initial heap size set to a larger value than the maximum heap size
          Unrecognized option: -Xnope/Error: Could not create the Java Virtual Machine./Error: A fatal exception has occurred. Program will exit. | Unrecognized option: -Xnope
          Error: VM option 'UseEpsilonGC' is experimental./Error: The unlock option must precede 'UseEpsilonGC'./Error: Could not create the Java Virtual Machine. | VM option 'UseEpsilonGC' is experimental. The unlock option must precede 'UseEpsilonGC'.
          OpenJDK 64-Bit Server VM warning: Ignoring option ZGenerational/[0.003s][warning][gc] low/Error occurred during initialization of VM/Multiple garbage collectors selected | Multiple garbage collectors selected
          NOTE: Picked up JDK_JAVA_OPTIONS: -Da=b/#/# There is insufficient memory for the Java Runtime Environment to continue./# An error report file with more information is saved as: | There is insufficient memory for the Java Runtime Environment to continue.
          Error occurred during initialization of boot layer/java.lang.module.FindException: Module nope not found                             | java.lang.module.FindException: Module nope not found
          """)
  void theReasonIsItsOwn(String printed, String reason) {
    assertThat(Jvm.reason(PICKED_UP + printed.replace("/", "\n"))).hasValue(reason);
  }

  @Test
  void pickedUpIsNoReason() {
    assertThat(Jvm.reason(PICKED_UP)).isEmpty();
  }

  @Test
  void aJvmThatDoesNotStartSaysWhy() throws UsageException {
    assertThatThrownBy(
            () ->
                Jvm.of(
                    JmhLine.of(List.of("-jvmArgs", "-Xms64m -Xmx16m")).options(),
                    Optional.empty(),
                    List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "does not start a JVM (Initial heap size set to a larger value than the maximum heap"
                + " size)");
  }

  @Test
  void aForkWhoseJvmDoesNotStartSaysWhy() {
    Failure failure = new Failure("Forked VM failed with exit code 1", false);

    assertThat(
            failure
                .with(
                    List.of(
                        "<stderr last='20 lines'>",
                        "Error occurred during initialization of VM",
                        "Could not reserve enough space for object heap",
                        "</stderr>"))
                .reason())
        .isEqualTo(
            "Forked VM failed with exit code 1 (Could not reserve enough space for object heap)");
    assertThat(failure.with(List.of("the library fell over"))).isEqualTo(failure);
  }

  @Test
  void variablesThatChangeEveryJvmAreKnown() {
    Map<String, String> environment =
        Map.of(
            "_JAVA_OPTIONS", "-Xint",
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1",
            "JDK_JAVA_OPTIONS", " ",
            "IBM_JAVA_OPTIONS", "-Xquickstart",
            "PATH", "/bin");

    assertThat(JvmVariables.in(environment, "OpenJDK 64-Bit Server VM 17"))
        .containsExactly(
            Map.entry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"),
            Map.entry("_JAVA_OPTIONS", "-Xint"));
    assertThat(JvmVariables.in(environment, "Eclipse OpenJ9 VM"))
        .containsEntry("IBM_JAVA_OPTIONS", "-Xquickstart");
    assertThat(JvmVariables.warning(JvmVariables.in(environment, "")))
        .hasValue(
            "JAVA_TOOL_OPTIONS='-XX:TieredStopAtLevel=1' and _JAVA_OPTIONS='-Xint' from the"
                + " environment changes the JVM of every fork:"
                + " unset JAVA_TOOL_OPTIONS and _JAVA_OPTIONS unless you intend that");
    assertThat(JvmVariables.warning(Map.of())).isEmpty();
  }
}
