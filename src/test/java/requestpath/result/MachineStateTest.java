package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the iterations of forks that take turns tell of the machine. */
class MachineStateTest {
  private static final int CYCLES = 20;

  /** A row of a time; in the rounds that follow, each iteration is longer by the slowdown given. */
  private static Row row(String name, double time, double[]... slowdowns) {
    List<double[]> forks = new ArrayList<>();
    for (double[] round : slowdowns) {
      double[] times = new double[CYCLES];
      for (int i = 0; i < CYCLES; i++) {
        times[i] = time * round[i % round.length];
      }
      forks.add(times);
    }
    return Row.of(name, forks, ForkStatistic.MINIMUM);
  }

  private static MachineState state(double[]... slowdowns) {
    return MachineState.of(
        List.of(row("A", 100, slowdowns), row("B", 7, slowdowns), row("C", 1000, slowdowns)));
  }

  @Test
  void aQuietMachineIsQuietInAllCycles() {
    MachineState state = state(new double[] {1}, new double[] {1.01});

    assertThat(state.quietShare()).isEqualTo(1);
    assertThat(state.neverQuiet()).isEmpty();
  }

  @Test
  void cyclesInWhichAllTakeLongerAreNotQuiet() {
    MachineState state = state(new double[] {1, 1, 1, 1.8});

    assertThat(state.quietShare()).isEqualTo(0.75);
    assertThat(state.slowdowns().get(1)[3]).isCloseTo(1.8, within(1e-9));
    assertThat(state.neverQuiet()).isEmpty();
  }

  @Test
  void aRoundThatWasNeverQuietIsFoundByTheOthers() {
    MachineState state = state(new double[] {1}, new double[] {1.5}, new double[] {1});

    assertThat(state.neverQuiet()).containsExactly(2);
    assertThat(state.quietShare()).isCloseTo(2.0 / 3, within(1e-9));
  }

  /** One fork alone, which collects garbage or is compiled badly, is not the machine. */
  @Test
  void oneSlowRowIsNotTheMachine() {
    Row disturbed = row("C", 1000, new double[] {1}, new double[] {3});
    Row one = row("A", 100, new double[] {1}, new double[] {1});
    Row other = row("B", 7, new double[] {1}, new double[] {1});

    assertThat(MachineState.of(List.of(one, other, disturbed)).quietShare()).isEqualTo(1);
  }

  @Test
  void twoRowsDoNotTell() {
    Row one = row("A", 100, new double[] {1});
    assertThat(MachineState.of(List.of(one, one)).slowdowns()).isEmpty();
  }
}
