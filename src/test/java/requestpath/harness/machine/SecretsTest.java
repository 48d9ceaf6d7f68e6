package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.harness.plan.Against;

/** What may be secret in the arguments of a JVM is neither printed nor recorded. */
class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          -Ddb.password=hunter2                    | -Ddb.password=
          -DDB_PASSWD=hunter2                      | -DDB_PASSWD=
          -Dmy.passphrase=hunter2                  | -Dmy.passphrase=
          -Dclient.Secret.id=hunter2               | -Dclient.Secret.id=
          -DaccessToken=hunter2=                   | -DaccessToken=
          -Dapi-key=hunter2                        | -Dapi-key=
          -Daws.credentials=hunter2                | -Daws.credentials=
          -Dproxy=https://me:hunter2@example.org/a | -Dproxy=
          -javaagent:/opt/apm.jar=license=hunter2  | -javaagent:/opt/apm.jar=
          -agentlib:jdwp=hunter2                   | -agentlib:jdwp=
          -agentpath:/opt/libyk.so=hunter2,a=b     | -agentpath:/opt/libyk.so=
          -Xrunhprof:hunter2                       | -Xrunhprof:
          -Dtoken="hunter2 hunter2"                | -Dtoken=
          "-Dtoken=hunter2 hunter2"                | -Dtoken=
          -D'to'ken=hunter2                        | -Dtoken=
          -Dtoken=hunter2\\ hunter2                | -Dtoken=
          -jvmArgs=-Dtoken=hunter2                 | -jvmArgs=-Dtoken=
          can't -Dtoken='hunter2'                  | cant -Dtoken=
          """)
  void aSecretIsReplacedByAHash(String argument, String kept) {
    String text = "-Xmx1g " + argument + " -Dfile.encoding=UTF-8";

    assertThat(Secrets.hiddenIn(text))
        .matches("-Xmx1g \\Q" + kept + "\\E\\*\\*\\*#[0-9a-f]{6} -Dfile\\.encoding=UTF-8");
    assertThat(Secrets.hiddenIn(Secrets.hiddenIn(text))).isEqualTo(Secrets.hiddenIn(text));
    assertThat(Secrets.areIn(List.of(Secrets.hiddenIn(text)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Dfile.encoding=UTF-8 \"-Da=b c\" -Durl=https://example.org:8080/a",
        "-javaagent:/opt/apm.jar -agentlib:hprof -agentpath:/opt/libyk.so",
        "-XX:+UseG1GC -XX:OnError='gcore %p' --add-opens=java.base/java.io=ALL-UNNAMED",
        "it can't find -Dtoken"
      })
  void allElseStaysAsItIs(String text) {
    assertThat(Secrets.hiddenIn(text)).isEqualTo(text);
    assertThat(Secrets.areIn(List.of(text))).isFalse();
  }

  @Test
  void anArgumentOfItsOwnIsHiddenToItsEnd() {
    assertThat(Secrets.hiddenInEach(List.of("-Dtoken=a b c", "-Da=b c")))
        .satisfiesExactly(
            hidden -> assertThat(hidden).matches("-Dtoken=\\*\\*\\*#[0-9a-f]{6}"),
            other -> assertThat(other).isEqualTo("-Da=b c"));
  }

  @Test
  void anotherValueIsSeenToBeAnother() {
    assertThat(Secrets.hiddenIn("-Dtoken=a"))
        .isEqualTo(Secrets.hiddenIn("'-Dtoken=a'"))
        .isNotEqualTo(Secrets.hiddenIn("-Dtoken=b"));
  }

  @Test
  void neitherVariablesNorLabelsNorMessagesHaveThem() throws Exception {
    Map<String, String> variables =
        JvmVariables.in(Map.of("JAVA_TOOL_OPTIONS", "-Xint -Dtoken=hunter2"), "");
    assertThat(JvmVariables.warning(variables).orElseThrow())
        .contains("JAVA_TOOL_OPTIONS='-Xint -Dtoken=***#")
        .doesNotContain("hunter2");
    assertThat(
            Against.of(Optional.empty(), Optional.empty(), Optional.of("-Dtoken=hunter2"))
                .orElseThrow()
                .label())
        .contains("-Dtoken=***#")
        .doesNotContain("hunter2");
  }
}
