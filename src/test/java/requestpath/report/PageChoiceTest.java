package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Choosing by what is asked for and by two figures. */
class PageChoiceTest extends PageInBrowser {
  @Test
  void choosingSaysWhoIsLeftAndWhoIsBeatenByWhomAndALinkCarriesIt() throws IOException {
    open(page);
    click(By.name("exact"));
    click(By.name("codegen"));

    assertThat(verdictOn("YASSON"))
        .startsWith("does not meet your requirements: not: doubles exact");
    assertThat(verdictOn("FASTJSON2"))
        .startsWith("does not meet your requirements: not: no code generation");
    assertThat(verdictOn("DSL_JSON")).isEqualTo("better than all others");
    assertThat(verdictOn("ORG_JSON")).isEqualTo("beaten by DSL_JSON");
    String address = Objects.requireNonNull(browser.getCurrentUrl());
    assertThat(address).contains("exact=1").contains("codegen=1");
    picture("choose");

    open("about:blank");
    open(address);

    assertThat(browser.findElement(By.name("exact")).isSelected()).isTrue();
    assertThat(browser.findElement(By.name("nulls")).isSelected()).isFalse();
    assertThat(verdictOn("FASTJSON2"))
        .startsWith("does not meet your requirements: not: no code generation");
    assertThat(said()).isEqualTo("8 of 11 meet your requirements. DSL_JSON is best in both.");
  }

  @Test
  void theCriteriaAreReadingAndWritingOfTheSameJsonOnTheSamePlatform() {
    open(page);
    assertThat(criteria())
        .containsExactly(
            "time: JsonDecodeBenchmark.fromBytes (binding=RECORD, payload=DOCUMENT, size=100), avgt"
                + " · JDK 17.0.15",
            "time: JsonEncodeBenchmark.toBytes (binding=RECORD, payload=DOCUMENT, size=100), avgt"
                + " · JDK 17.0.15");
    assertThat(said())
        .isEqualTo(
            "11 of 11 meet your requirements. Best trade-offs, from the best in the first criterion:"
                + " DSL_JSON, FASTJSON2.");
  }

  @Test
  void whereNoneIsLeftTheTextSaysSo() {
    open(page);
    browser.findElement(By.name("mb")).sendKeys("0.001");
    assertThat(said()).isEqualTo("None of 11 meets your requirements.");
  }

  @Test
  void theReferenceIsNoChoiceAndWhoIsNotMeasuredInBothIsNamed() throws Exception {
    Path run =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 2.0, "HANDWRITTEN", 0.2))
            .decode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "YASSON", 2.0, "HANDWRITTEN", 0.2))
            .write(directory.resolve("reference"));
    open(ReportWriter.write(run, Map.of()).toUri().toString());

    assertThat(said())
        .isEqualTo(
            "2 of 2 meet your requirements. JACKSON2 is best in both. Not measured in both: MOSHI,"
                + " YASSON.");
    assertThat(count("#choose-table tr[data-name=HANDWRITTEN]")).isZero();
  }

  @Test
  void oneAlternativeOfALicenceIsEnough() {
    open(page);
    click(licence("BSD-3-Clause"));
    assertThat(verdictOn("YASSON")).doesNotStartWith("does not meet");
    assertThat(verdictOn("GSON")).isEqualTo("does not meet your requirements: licence Apache-2.0");
    click(licence("Apache-2.0"));
    assertThat(verdictOn("GSON")).doesNotStartWith("does not meet");
    assertThat(verdictOn("ORG_JSON"))
        .isEqualTo("does not meet your requirements: licence LicenseRef-Public-Domain");
    assertThat(browser.getCurrentUrl()).contains("licence=Apache-2.0&licence=BSD-3-Clause");
    String address = Objects.requireNonNull(browser.getCurrentUrl());

    open("about:blank");
    open(address);

    assertThat(browser.findElement(licence("Apache-2.0")).isSelected()).isTrue();
    assertThat(browser.findElement(licence("BSD-3-Clause")).isSelected()).isTrue();
    assertThat(browser.findElement(licence("EPL-2.0")).isSelected()).isFalse();
  }

  @Test
  void everyResultOnWhichLibrariesDifferIsACondition() throws IOException {
    open(page);
    assertThat(count("#conditions fieldset")).isEqualTo(4);
    click(By.cssSelector("#conditions > summary"));
    click(By.xpath("//details[@id='conditions']//summary[.='JSON: not JSON']"));
    click(By.cssSelector("input[name='JSON.TRAILING_COMMA'][value=refused]"));

    assertThat(verdictOn("FASTJSON2"))
        .isEqualTo("does not meet your requirements: question TRAILING_COMMA: accepted");
    assertThat(verdictOn("DSL_JSON")).doesNotStartWith("does not meet");
    assertThat(said()).startsWith("9 of 11 meet your requirements.");
    picture("conditions");
    String address = Objects.requireNonNull(browser.getCurrentUrl());
    assertThat(address).contains("JSON.TRAILING_COMMA=refused");

    open("about:blank");
    open(address);

    assertThat(said()).startsWith("9 of 11 meet your requirements.");
    assertThat(
            browser
                .findElement(By.cssSelector("input[name='JSON.TRAILING_COMMA'][value=refused]"))
                .isDisplayed())
        .isTrue();
  }

  @Test
  void tiesAreShownAsTies() {
    open(page);
    String tied =
        browser
            .findElement(By.xpath("//select[@id='choose-x']/option[contains(., 'time: Hello')]"))
            .getDomProperty("value");
    option(By.id("choose-x"), "[value='" + tied + "']");
    option(By.id("choose-y"), "[value='" + tied + "']");

    assertThat(verdictOn("JACKSON2")).isEqualTo("a best trade-off, tied in both with JACKSON3");
    assertThat(verdictOn("JACKSON3")).isEqualTo("a best trade-off, tied in both with JACKSON2");
    assertThat(verdictOn("GSON")).isEqualTo("beaten by JACKSON2, JACKSON3");
    click(licence("BSD-3-Clause"));
    assertThat(verdictOn("GSON")).isEqualTo("does not meet your requirements: licence Apache-2.0");
  }

  @Test
  void aMethodOfOneClassIsNotThatOfAnother() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String benchmark : List.of("a.Cache.get", "a.Cache.put", "b.Queue.get", "b.Queue.put")) {
      run.foreign(benchmark, "avgt", "ns/op", Map.of());
    }
    Path file = run.writeResults(directory.resolve("methods.json"));
    Path ours =
        new SampleRun(2)
            .encode(new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0)))
            .write(directory.resolve("ours"));
    Path written =
        ReportWriter.write(List.of(file, ours), directory.resolve("methods"), "", Map.of());
    open(written.toUri().toString());

    option(By.id("choose-x"), ":nth-child(1)");
    option(By.id("choose-y"), ":nth-child(2)");
    assertThat(said()).isEqualTo("No variant was measured in both.");
    option(By.id("choose-y"), ":nth-child(1)");
    assertThat(count("#choose-table tbody tr")).isEqualTo(2);
  }

  @Test
  void headingsSayWhetherMoreIsBetterAndAPageWithoutLibrariesHasNothingToChoose() throws Exception {
    Path foreign =
        new SampleRun(1)
            .foreign("a.Cache.get", "thrpt", "ops/s", Map.of())
            .foreign("a.Cache.put", "thrpt", "ops/s", Map.of())
            .foreign("a.Queue.get", "avgt", "ns/op", Map.of())
            .writeResults(directory.resolve("throughput.json"));
    Path ours = directory.resolve("jdk17");
    Path mixed =
        ReportWriter.write(List.of(foreign, ours), directory.resolve("mixed"), "", Map.of());
    open(mixed.toUri().toString());
    option(By.id("choose-x"), ":nth-child(1)");
    option(By.id("choose-y"), ":nth-child(1)");
    assertThat(browser.findElement(By.id("choose-xh")).getText())
        .isEqualTo("first (ops/s, more is better)");

    Path alone = ReportWriter.write(List.of(foreign), directory.resolve("alone"), "", Map.of());
    open(alone.toUri().toString());
    assertThat(count("#choose, #budget")).isZero();
    browser.findElement(By.cssSelector("#contents summary")).click();
    browser.findElement(By.id("contents-search")).sendKeys("queue");
    assertThat(count("#contents li:not([hidden])")).isOne();
    assertThat(browser.findElement(By.cssSelector("#contents output")).getText())
        .isEqualTo("1 of 2");
  }

  private static By licence(String name) {
    return By.cssSelector("input[name=licence][value='" + name + "']");
  }

  private String said() {
    return browser.findElement(By.id("choose-text")).getText();
  }

  private List<String> criteria() {
    return Stream.of("choose-x", "choose-y")
        .map(id -> browser.findElement(By.cssSelector("#" + id + " option:checked")).getText())
        .toList();
  }

  private String verdictOn(String row) {
    return browser
        .findElement(By.cssSelector("#choose-table tr[data-name='" + row + "'] td:last-child"))
        .getText();
  }
}
