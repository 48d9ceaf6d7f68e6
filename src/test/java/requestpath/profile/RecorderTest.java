package requestpath.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records where async-profiler cannot. */
class RecorderTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Linux amd64, /linux-x64/libasyncProfiler.so",
    "Linux aarch64, /linux-arm64/libasyncProfiler.so",
    "Mac OS X aarch64, /macos/libasyncProfiler.so",
    "Mac OS X x86_64, /macos/libasyncProfiler.so"
  })
  void platformsThatHaveALibrary(String platform, String resource) {
    assertThat(NativeLibrary.resource(platform)).hasValue(resource);
    assertThat(NativeLibrary.class.getResource(resource)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 11 amd64", "Linux s390x", "Linux riscv64", "FreeBSD amd64"})
  void platformsThatHaveNone(String platform) {
    assertThat(NativeLibrary.resource(platform)).isEmpty();
  }

  @Test
  void withoutALibraryTheJdkSamples() throws Exception {
    Path file = directory.resolve("jdk.jfr");
    try (Recorder recorder = Recorder.start(Event.CPU, file, Optional.empty())) {
      assertThat(recorder.instead())
          .hasValue(
              "the JDK's own sampling stands in for async-profiler: async-profiler has no library"
                  + " for "
                  + NativeLibrary.platform());
      Thread worker = new Thread(() -> assertThat(busyForASecond()).isNotEmpty());
      worker.start();
      worker.join();
    }

    assertThat(RecordedStacks.read(file, Event.CPU))
        .anyMatch(stack -> names(stack).contains("RecorderTest.busyForASecond"));
    assertThat(RecordedStacks.read(file, Event.ALLOC))
        .anyMatch(stack -> names(stack).contains("RecorderTest.busyForASecond"));
  }

  @Test
  void aLibraryThatDoesNotLoadIsTold() throws IOException {
    Path broken = Files.writeString(directory.resolve("libasyncProfiler.so"), "no library");
    try (Recorder recorder =
        Recorder.start(Event.ALLOC, directory.resolve("x.jfr"), Optional.of(broken))) {
      assertThat(recorder.instead().orElse(""))
          .startsWith(
              "the JDK's own sampling stands in for async-profiler: async-profiler does not");
    }
  }

  @Test
  void whatNothingElseSamplesIsRefused() {
    assertThatThrownBy(
            () -> Recorder.start(Event.WALL, directory.resolve("x.jfr"), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing else samples elapsed time");
  }

  @Test
  void whatIsNoRecordingIsTold() throws IOException {
    Path file = Files.writeString(directory.resolve("x.jfr"), "no recording, though long enough");
    assertThatThrownBy(() -> RecordedStacks.read(file, Event.CPU))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.jfr");
  }

  /** Plain Java: the JDK cannot look into what runs outside of it. */
  private static int[] busyForASecond() {
    int[] kept = new int[10_000];
    long start = System.nanoTime();
    while (System.nanoTime() - start < 1_000_000_000L) {
      int[] next = new int[kept.length];
      for (int i = 1; i < next.length; i++) {
        next[i] = next[i - 1] * 31 + kept[i] % 7 + 1;
      }
      kept = next;
    }
    return kept;
  }

  private static String names(SampledStack stack) {
    return stack.frames().toString();
  }
}
