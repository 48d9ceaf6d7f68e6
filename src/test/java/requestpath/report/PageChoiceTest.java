package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    assertThat(verdictOn("DSL_JSON")).isEqualTo("a best trade-off");
    assertThat(verdictOn("ORG_JSON")).startsWith("beaten by ").contains("DSL_JSON");
    String address = Objects.requireNonNull(browser.getCurrentUrl());
    assertThat(address).contains("exact=1").contains("codegen=1");
    picture("choose");

    open("about:blank");
    open(address);

    assertThat(browser.findElement(By.name("exact")).isSelected()).isTrue();
    assertThat(browser.findElement(By.name("nulls")).isSelected()).isFalse();
    assertThat(verdictOn("FASTJSON2"))
        .startsWith("does not meet your requirements: not: no code generation");
    assertThat(browser.findElement(By.id("choose-text")).getText())
        .contains("of 11 meet your requirements");
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
    option(By.name("licence"), "[value='BSD-3-Clause']");
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
    assertThat(browser.findElement(By.id("choose-text")).getText())
        .isEqualTo("No variant was measured in both.");
    option(By.id("choose-y"), ":nth-child(1)");
    assertThat(count("#choose-table tbody tr")).isEqualTo(2);
  }

  @Test
  void axesSayWhetherMoreIsBetterAndAPageWithoutLibrariesHasNothingToChoose() throws Exception {
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
    script("document.querySelector('#choose').scrollIntoView({behavior: 'instant'})");
    assertThat(browser.findElement(By.cssSelector("#choose-chart svg")).getText())
        .contains("ops/s (more is better)");

    Path alone = ReportWriter.write(List.of(foreign), directory.resolve("alone"), "", Map.of());
    open(alone.toUri().toString());
    assertThat(count("#choose, #budget")).isZero();
    browser.findElement(By.cssSelector("#contents summary")).click();
    browser.findElement(By.id("contents-search")).sendKeys("queue");
    assertThat(count("#contents li:not([hidden])")).isOne();
    assertThat(browser.findElement(By.cssSelector("#contents output")).getText())
        .isEqualTo("1 of 2");
  }

  private String verdictOn(String row) {
    return browser
        .findElement(By.cssSelector("#choose-table tr[data-name='" + row + "'] td:last-child"))
        .getText();
  }
}
