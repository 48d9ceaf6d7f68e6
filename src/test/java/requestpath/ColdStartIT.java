package requestpath;

import static org.assertj.core.api.Assertions.assertThat;
import static requestpath.cli.CommandLines.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cold starts measure the first call: nothing of the library is loaded before. */
class ColdStartIT extends JarRuns {
  @ParameterizedTest
  @CsvSource({
    "bench.ColdStart.*decodeFirst -p library=GSON, requestpath.codec.json.gson.GsonCodec",
    "bench.ColdStart.*encodeFirst -p library=GSON -p binding=MAP, requestpath.codec.json.gson.GsonCodec",
    "bench.ColdStart.*decodeFirst -p library=FORY_JSON, requestpath.codec.json.ForyJsonCodec",
    "MsgPackColdStart.*decodeFirst -p library=MSGPACK_CORE, requestpath.codec.msgpack.core.MsgPackCoreCodec"
  })
  void aColdStartFindsNeitherItsLibraryNorReflectionAtWork(String line, String codec)
      throws Exception {
    List<String> classes = classes(line);
    List<String> before = classes.subList(0, indexOf(classes, " " + codec + " "));
    assertThat(before).anyMatch(loaded -> loaded.contains(" requestpath.harness.api.Footprint "));
    // From this jar there is nothing but what is ours and JMH's.
    assertThat(before)
        .filteredOn(loaded -> loaded.endsWith(JAR.getFileName().toString()))
        .isNotEmpty()
        .allMatch(
            loaded ->
                loaded.contains(" requestpath.")
                    || loaded.contains(" org.openjdk.jmh.")
                    || loaded.contains(" joptsimple."));
    // Reading a record by reflection spins such classes on JDK 18 and later; lambdas spin none.
    List<String> inputs =
        before.subList(
            indexOf(before, " requestpath.harness.api.InFork$Check "),
            indexOf(before, " java.lang.management.ClassLoadingMXBean "));
    assertThat(inputs)
        .anyMatch(loaded -> loaded.contains(" requestpath.payload.ColdStartInputs "))
        .noneMatch(loaded -> loaded.contains(" requestpath.payload.Tree "))
        .noneMatch(loaded -> loaded.contains(" jdk.internal.reflect."))
        .noneMatch(loaded -> loaded.matches(".* java\\.lang\\.invoke\\.LambdaForm\\$B?MH/.*"));
  }

  @Test
  void aColdStartThatWritesDoesNotGenerateWhatReads() throws Exception {
    List<String> classes = classes("bench.ColdStart.*encodeFirst -p library=FASTJSON2");
    List<String> call =
        classes.subList(
            indexOf(classes, " requestpath.harness.api.Footprint "),
            indexOf(classes, " requestpath.harness.api.InFork$Reported "));
    String generated = " com.alibaba.fastjson2.";
    assertThat(call)
        .anyMatch(loaded -> loaded.contains(generated + "writer.OWG_"))
        .noneMatch(loaded -> loaded.contains(generated + "reader.ORG_"));
    // The check for generated code looks at both, after the call.
    assertThat(classes).anyMatch(loaded -> loaded.contains(generated + "reader.ORG_"));
  }

  /** The classes that a fork loads, in order. */
  private List<String> classes(String line) throws Exception {
    Path log = directory.resolve("classes.log");
    Ended ended =
        run(words("--quick -f 1 -jvmArgsAppend -Xlog:class+load:file=" + log + " " + line));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("classes.loaded").contains("heap.retained");
    return Files.readAllLines(log);
  }

  private static int indexOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError("no class" + text + "is loaded");
  }
}
