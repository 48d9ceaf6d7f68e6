package requestpath.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import one.convert.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where graphs are kept, whatever rows are called. */
class ProfileDirectoryTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Own.decode (file=../../etc/passwd)",
        "Own.decode (file=/a place/a b.json)",
        "Own.decode (file=<script>alert('x')</script>)",
        "Own.decode (file=\u0000\n\"; rm -rf *)",
        "..",
        "",
        "\u00fc\u4e2d\ud83d\ude00"
      })
  void hostileNamesStayInTheFolder(String title) throws IOException {
    ProfileDirectory directory = ProfileDirectory.open(home);
    Path of = directory.of(row(title));

    assertThat(of).isDirectory().hasParentRaw(directory.path());
    assertThat(String.valueOf(of.getFileName())).matches("[A-Za-z0-9.=-]+").doesNotStartWith(".");
  }

  @Test
  void differentRowsHaveDifferentFolders() {
    String longest = "x".repeat(400);
    assertThat(
            List.of(
                ProfileDirectory.name("A (n=a/b)"),
                ProfileDirectory.name("A (n=a:b)"),
                ProfileDirectory.name("A (n=a-b)"),
                ProfileDirectory.name(longest + 1),
                ProfileDirectory.name(longest + 2)))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() < 200);
    assertThat(ProfileDirectory.name("Encode.toBytes (library=GSON, size=1)"))
        .isEqualTo("Encode.toBytes-library=GSON-size=1");
  }

  @Test
  void aFrameCannotEndTheScript() throws IOException {
    String plain = page("a.B.c", "title");
    String hostile = page("a</script><b>'\\\n", "<b>&</b> 'title'");

    assertThat(hostile)
        .contains("&lt;b&gt;&amp;&lt;/b&gt; 'title'")
        .contains("a< /script><b>\\'\\\\ ");
    assertThat(hostile.split("</script>", -1)).hasSameSizeAs(plain.split("</script>", -1));
  }

  private String page(String frame, String title) throws IOException {
    Path page = home.resolve("page.html");
    SampledStack stack =
        new SampledStack(
            "[t]", List.of(new CallStackFrame(frame, Frame.TYPE_JIT_COMPILED, Owner.LIBRARY)), 1);
    Graph.write(new MeasuredPath(Event.CPU, List.of(stack), Map.of()), title, page);
    return Files.readString(page);
  }

  @Test
  void aRowIsNamedShortlyAndByWhatDiffers() {
    Row gson = row("a");
    Row other =
        new Row(
            gson.benchmark(),
            Map.of("library", "MOSHI"),
            "b",
            home,
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    assertThat(gson.name()).isEqualTo("Encode.toBytes GSON");
    assertThat(gson.differing(other)).isEqualTo("MOSHI");
    assertThat(gson.differing(gson)).isEqualTo("toBytes");
  }

  private Row row(String title) {
    return new Row(
        "a.b.EncodeBenchmark.toBytes",
        Map.of("library", "GSON"),
        title,
        home,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
