package requestpath.harness.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import requestpath.harness.plan.PlannedVariant;
import requestpath.text.Screen;

/** The table that fills, as a terminal shows it. */
class TerminalWatchTest {
  private final PlannedVariant base = Rows.row("BASE");
  private final PlannedVariant other = Rows.row("OTHER");
  private final Groups groups = new Groups(List.of(base, other, base.control()));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TerminalWatch watch(int lines, int columns) {
    Schedule schedule = new Schedule(groups, Rows.rounds(Optional.empty()), false);
    return new TerminalWatch(
        new PrintStream(bytes, true, UTF_8),
        groups,
        schedule,
        new Progress(groups, schedule, Optional.empty()),
        () -> new Screen(lines, columns, false, false));
  }

  /** What stands there after the last time that all was erased. */
  private List<String> shown() {
    String text = bytes.toString(UTF_8);
    return text.substring(text.lastIndexOf("\u001b[J") + 1).lines().toList();
  }

  @Test
  void rowsOfAGroupStandTogetherWithWhatIsKnownOfThem() {
    TerminalWatch watch = watch(24, 120);
    watch.begins(new PlannedFork(base, 1));
    Rows.put(groups, base, 100, 100.1, 99.9);
    Rows.put(groups, other, 50, 50.1, 49.9);
    watch.succeeded(other);

    assertThat(shown()).anySatisfy(line -> assertThat(line).isEqualTo("SomeBenchmark.run, avgt"));
    assertThat(shown())
        .anySatisfy(line -> assertThat(line).contains("OTHER", "0.50", "50 us/op", "decided"));
    assertThat(shown()).anySatisfy(line -> assertThat(line).contains("BASE (control)", "0"));
  }

  @Test
  void whatWasDrawnIsDrawnOver() {
    TerminalWatch watch = watch(24, 120);
    watch.begins(new PlannedFork(base, 1));
    int lines = shown().size();
    watch.succeeded(base);
    assertThat(bytes.toString(UTF_8)).contains("\u001b[" + lines + "A\u001b[J");
  }

  @Test
  void theTableDisappearsAtTheEnd() {
    TerminalWatch watch = watch(24, 120);
    watch.begins(new PlannedFork(base, 1));
    int lines = shown().size();
    watch.ends();
    assertThat(bytes.toString(UTF_8)).endsWith("\u001b[" + lines + "A\u001b[J");
  }

  @Test
  void noLineIsWiderThanTheTerminalAndNoTableHigher() {
    TerminalWatch watch = watch(8, 30);
    watch.begins(new PlannedFork(other, 1));
    assertThat(shown()).hasSizeLessThan(8).allSatisfy(line -> assertThat(line).hasSizeLessThan(31));
    assertThat(shown()).anySatisfy(line -> assertThat(line).startsWith("# 1 more"));
  }
}
