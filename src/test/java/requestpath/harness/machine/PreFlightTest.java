package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a machine before anything is measured on it. */
class PreFlightTest {
  private static final Machine GOOD =
      new Machine(
          "a CPU",
          4,
          List.of(),
          16L << 30,
          "Linux 6",
          Optional.of("performance"),
          Optional.empty(),
          Optional.empty());
  private static final Jvm RELEASE =
      new Jvm(
          "17.0.1",
          "OpenJDK 17.0.1+1",
          "somebody",
          "mixed mode, sharing",
          List.of("-Xmx64m"),
          List.of(),
          Map.of());

  @Test
  void aGoodMachineIsNotSpokenOf() {
    assertThat(PreFlight.warnings(GOOD, List.of(RELEASE), Optional.of(0.1), 0)).isEmpty();
  }

  @Test
  void aBusyOrSharedMachineIs() {
    assertThat(PreFlight.warnings(GOOD, List.of(RELEASE), Optional.of(2.5), 0.2))
        .satisfiesExactly(
            load -> assertThat(load).contains("the load is 2.5 on 4 cores"),
            steal -> assertThat(steal).contains("20% of the CPU's time is stolen"));
  }

  @Test
  void aMachineThatSlowsItselfDownIs() {
    Machine throttled =
        new Machine(
            "a CPU",
            4,
            List.of(),
            16L << 30,
            "Linux 6",
            Optional.of("powersave"),
            Optional.of(1.5),
            Optional.of(200L << 20));
    assertThat(PreFlight.warnings(throttled, List.of(RELEASE), Optional.empty(), 0))
        .satisfiesExactly(
            governor -> assertThat(governor).contains("governor is powersave"),
            quota -> assertThat(quota).contains("1.5 of 4 cores"),
            memory -> assertThat(memory).contains("200 MiB of memory are free"));
  }

  @Test
  void aJvmThatIsNotThatOfProductionIs() {
    Jvm slow =
        new Jvm(
            "17.0.1",
            "OpenJDK 17.0.1-internal+0-fastdebug",
            "somebody",
            "interpreted mode",
            List.of("-Xint", "-agentlib:jdwp=transport=dt_socket"),
            List.of(),
            Map.of());
    assertThat(PreFlight.warnings(GOOD, List.of(RELEASE, slow), Optional.empty(), 0))
        .satisfiesExactly(
            build -> assertThat(build).contains("debug build"),
            interpreter -> assertThat(interpreter).contains("only interprets"),
            agent -> assertThat(agent).contains("debugger's agent"));
  }

  @Test
  void theMachineOfThisTestIsKnown() {
    Machine here = Machine.here();
    assertThat(here.cpu()).isNotBlank();
    assertThat(here.cores()).isPositive();
    assertThat(here.memoryBytes()).isPositive();
    assertThat(Machine.ticks().stolenSince(Machine.ticks())).isBetween(0.0, 1.0);
  }
}
