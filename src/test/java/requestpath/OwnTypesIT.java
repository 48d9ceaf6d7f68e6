package requestpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import requestpath.cli.CommandLines;

/** Types for a file of the user's own: inferred, or from a class path; nothing of it is kept. */
class OwnTypesIT extends JarRuns {
  private static final String DOCUMENT =
      """
      [{"order-id": 700170017, "issues_url": "secretUrl", "x1": 5, "customer": "secretAda", "lines": [{"article": "secretA1", "price": 987654.321}],
        "discount": 1e23, "rates": [1e23, 8097283171857554.5, 2.2250738585072011e-308]},
       {"order-id": 700270027, "customer": "secretBob", "lines": [], "paid": true}]
      """;

  /** Nothing is timed; with {@code --quick} no page checks what libraries do to data. */
  private static final String SHORT = " --quick -f 1 -wi 1 -i 1 --no-interleave";

  @Test
  void recordsAndBeansOfTheFileAreMeasuredAndNoneOfItsValuesIsKept() throws Exception {
    Files.writeString(directory.resolve("orders.json"), DOCUMENT);

    Ended ended =
        run(
            CommandLines.words(
                "OwnPayload.*fromBytes -p file=orders.json --out run -p binding=RECORD,BEAN -p library="
                    + "JACKSON2,DSL_JSON,DSL_JSON_RUNTIME,AVAJE_JSONB,MICRONAUT_SERDE,JACKSON_MSGPACK"
                    + SHORT));

    assertThat(ended.exitCode()).as(ended.err() + ended.out()).isZero();
    for (String group :
        List.of(
            "OwnPayloadBenchmark.fromBytes (binding=RECORD",
            "OwnPayloadBenchmark.fromBytes (binding=BEAN",
            "OwnPayloadMsgPackBenchmark.fromBytes (binding=RECORD")) {
      assertThat(ended.out()).contains("Figures of " + group);
    }
    assertThat(ended.out())
        .contains("# orders.json has ", "# One fork of each variant gives no ranking")
        // JMH's error is that of the mean, and the figure of a fork is its minimum.
        .doesNotContain(" ± ");
    // Those that generate code compete with records and with classes.
    for (String generator : List.of("DSL_JSON", "AVAJE_JSONB", "MICRONAUT_SERDE")) {
      assertThat(ended.out().split("#   " + generator + " ", -1)).hasSize(3);
    }
    assertThat(ended.out())
        .contains(
            "# Variants that are measured: 10; that do not take the file: 2; skipped with any file: 0")
        .contains(
            "#   DSL_JSON_RUNTIME (BEAN, RECORD; OwnPayloadBenchmark.fromBytes): tried on the file");
    // It reads no annotations, so that it cannot find the field.
    assertThat(ended.out())
        .contains("library=DSL_JSON_RUNTIME, binding=RECORD")
        .contains("in the field order-id: expected a number but was");
    requireNoValue(ended.out() + ended.err());
    try (Stream<Path> files = Files.walk(directory.resolve("run"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        requireNoValue(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    Ended resumed = run(CommandLines.words("--resume run"));
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("Nothing to do").doesNotContain("# Fork ");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("requestpath-"));
    }
  }

  private static void requireNoValue(String text) {
    assertThat(text).doesNotContain("secret").doesNotContain("987654").doesNotContain("700170017");
  }

  @Test
  void aTypeOfTheUsersOwnIsBoundByItsAnnotations() throws Exception {
    Files.writeString(directory.resolve("orders.json"), DOCUMENT);
    compile(
        "acme",
        """
        package com.acme;
        public record Order(
            @com.fasterxml.jackson.annotation.JsonProperty("order-id") long id, String customer) {}
        """);
    String line =
        "OwnPayloadBenchmark -p file=orders.json -p binding=RECORD -p library=JACKSON2,GSON"
            + SHORT
            + " --classpath acme --out ";

    Ended ended = run(CommandLines.words(line + "run -p type=com.acme.Order"));
    assertThat(ended.exitCode()).as(ended.err() + ended.out()).isZero();
    assertThat(ended.out())
        .contains("Figures of OwnPayloadBenchmark.fromBytes (binding=RECORD")
        .contains("it does not find the field order-id in the type, which JACKSON2 finds");

    assertThat(directory.resolve("run/report.html"))
        .content()
        .contains("-p type=com.acme.Order --classpath acme");

    requireRefused(
        line + "wrong -p type=com.acme.Nothing", "type=com.acme.Nothing cannot be loaded");
    requireRefused(
        line + "wrong -p type=java.lang.String", "type=java.lang.String is not on the --classpath");
    requireRefused(
        line.replace("binding=RECORD", "binding=MAP") + "wrong -p type=com.acme.Order",
        "-p binding=MAP measures neither");
    requireRefused(
        line + "wrong -p type=com.acme.Order --types-only", "leave out --classpath and -p type=");
  }

  private void requireRefused(String line, String sentence) throws Exception {
    Ended refused = run(CommandLines.words(line));
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err()).startsWith("requestpath: ").contains(sentence).hasLineCount(1);
  }

  private void compile(String target, String source) throws IOException {
    Path file = directory.resolve("Order.java");
    Files.writeString(file, source);
    Path classes = Files.createDirectory(directory.resolve(target));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-cp",
                    JAR.toString(),
                    "-d",
                    classes.toString(),
                    file.toString()))
        .isZero();
  }
}
