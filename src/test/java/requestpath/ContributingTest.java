package requestpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the guide shows to contributors compiles as written. */
class ContributingTest {
  private static final Path GUIDE = Path.of(".github", "CONTRIBUTING.md");
  private static final Path SOURCES = Path.of("src", "main", "java", "requestpath");
  private static final String LAST_BRACE = "\\}\\s*$";

  @TempDir Path directory;

  @Test
  void aRecordTypeOfOnesOwnCompiles() throws IOException {
    String section = section("## Measure a record type of your own in two edits");
    List<String> code = code(section);
    assertThat(code).as("a constant, a record and a field in " + GUIDE).hasSize(3);
    Matcher named = Pattern.compile("record (\\w+)\\(").matcher(code.get(1));
    assertThat(named.find()).isTrue();
    String type = "Payload." + named.group(1) + ".class";
    assertThat(section).contains("`" + type + ",`", "`@SerdeImport(" + type + ")`");

    String payload =
        inserted(
            inserted(source("payload", "Payload"), "public enum Payload \\{\n", code.get(0), true),
            LAST_BRACE,
            code.get(1),
            false);
    String types =
        inserted(
            source("codec/json", "GeneratedTypes"), "@Json.Import\\(\\{\n", type + ",\n", true);
    types = inserted(types, "public final class", "@SerdeImport(" + type + ")\n", false);
    types = inserted(types, LAST_BRACE, code.get(2), false);

    assertThat(
            problems(
                Files.writeString(directory.resolve("Payload.java"), payload),
                Files.writeString(directory.resolve("GeneratedTypes.java"), types)))
        .isEmpty();
    assertThat(
            problems(
                Files.writeString(
                    directory.resolve("GeneratedTypes.java"),
                    types.replace(" ticket;", " ticket"))))
        .as("of what does not compile")
        .isNotEmpty();
  }

  private static String section(String heading) throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(heading);
    assertThat(begin).as(GUIDE + " has " + heading).isNotNegative();
    int end = guide.indexOf("\n## ", begin + 1);
    return guide.substring(begin, end < 0 ? guide.length() : end);
  }

  /** The blocks of Java, without the indent of their list. */
  private static List<String> code(String section) {
    List<String> blocks = new ArrayList<>();
    Matcher block = Pattern.compile("(?ms)^( *)```java\n(.*?)^ *```$").matcher(section);
    while (block.find()) {
      blocks.add(block.group(2).replaceAll("(?m)^" + block.group(1), ""));
    }
    return blocks;
  }

  private static String source(String directory, String type) throws IOException {
    return Files.readString(SOURCES.resolve(directory).resolve(type + ".java"));
  }

  private static String inserted(String source, String at, String code, boolean isBehind) {
    Matcher place = Pattern.compile(at).matcher(source);
    assertThat(place.find()).as(at + " is in the source").isTrue();
    int index = isBehind ? place.end() : place.start();
    return source.substring(0, index) + code + source.substring(index);
  }

  /** The compiler's messages, with the build's strictness but without annotation processing. */
  private String problems(Path... files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      boolean isGood =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of(
                      "--release",
                      "17",
                      "-proc:none",
                      "-Xlint:all,-processing,-classfile,-path,-options",
                      "-Werror",
                      "-d",
                      directory.toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  manager.getJavaFileObjects(files))
              .call();
      return isGood ? "" : said.toString();
    }
  }
}
