package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The tables of the page, the budget and the growth, as readers use them. */
class PageTablesTest extends PageInBrowser {
  @Test
  void everyHeadingSorts() throws IOException {
    open(page);
    WebElement table = browser.findElement(By.cssSelector("table[data-group]"));
    assertThat(names(table).get(0)).isEqualTo("FASTJSON2");

    WebElement name = table.findElement(By.cssSelector("thead th:first-child button"));
    name.click();
    assertThat(names(table)).isSorted().hasSize(11);
    assertThat(heading(table, 0).getDomAttribute("aria-sort")).isEqualTo("ascending");
    name.click();
    assertThat(names(table).get(0)).isEqualTo("YASSON");
    assertThat(heading(table, 0).getDomAttribute("aria-sort")).isEqualTo("descending");

    table.findElement(By.cssSelector("thead th:nth-child(2) button")).click();
    assertThat(names(table).get(0)).isEqualTo("FASTJSON2");
    assertThat(heading(table, 0).getDomAttribute("aria-sort")).isNull();
    picture("wide");
  }

  @Test
  void rowsFilterByAnyWord() {
    look();
    WebElement table = browser.findElement(By.cssSelector("table[data-group]"));
    WebElement filter = browser.findElement(By.cssSelector("input[data-filter]"));

    filter.sendKeys("spring");
    assertThat(names(table)).containsExactlyInAnyOrder("JACKSON2", "JACKSON3");
    filter.clear();
    filter.sendKeys("nothing has this");
    assertThat(
            count(
                "table[data-group='"
                    + filter.getDomAttribute("data-filter")
                    + "'] tbody:not([hidden])"))
        .isZero();
    filter.clear();
    filter.sendKeys(" ");
  }

  @Test
  void behindARowStandItsCommandItsForksAndItsIterations() throws IOException {
    open(page);
    WebElement row = browser.findElement(By.xpath("//button[text()='FASTJSON2']"));
    assertThat(row.getDomAttribute("aria-expanded")).isEqualTo("false");

    row.click();

    assertThat(row.getDomAttribute("aria-expanded")).isEqualTo("true");
    WebElement behind = browser.findElement(By.cssSelector("tr.behind.open"));
    assertThat(behind.getText())
        .contains("-p library=FASTJSON2")
        .contains("7 forks from")
        .contains("Fastjson2Codec.java");
    WebElement trace = behind.findElement(By.cssSelector(".trace"));
    assertThat(trace.getDomAttribute("aria-label"))
        .isEqualTo("Iterations of 7 forks, 10 of each warming up, of FASTJSON2, in us/op");
    assertThat(trace.findElement(By.tagName("svg")).getText()).contains("measured from here");
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", behind);
    picture("behind");
  }

  @Test
  void withoutTheChartLibraryTheTablesHoldTheSame() throws Exception {
    Path run = directory.resolve("jdk17");
    Path light = ReportWriter.write(List.of(run), directory.resolve("light"), "", Map.of(), false);
    assertThat(Files.size(light)).isLessThan(900_000);
    open(light.toUri().toString());

    browser.findElement(By.xpath("//button[text()='FASTJSON2']")).click();

    assertThat(browser.findElement(By.cssSelector("tr.behind.open")).getText())
        .contains("-p library=FASTJSON2", "7 forks from");
    assertThat(browser.findElements(By.cssSelector("#growth .chart")))
        .isNotEmpty()
        .noneMatch(WebElement::isDisplayed);
    assertThat(browser.findElement(By.cssSelector("#growth table")).isDisplayed()).isTrue();
  }

  @Test
  void theBudgetFollowsTheRate() throws IOException {
    look();
    WebElement rate = browser.findElement(By.id("rate"));
    script(
        "arguments[0].scrollIntoView({block: 'start', behavior: 'instant'})",
        browser.findElement(By.id("budget")));
    option(By.id("budget-group"), ":nth-child(4)");
    rate.clear();
    rate.sendKeys("10000");

    String jackson =
        browser.findElement(By.xpath("//table[@id='budget-table']//tr[th='JACKSON2']")).getText();
    assertThat(jackson).matches("JACKSON2 6[01]\\.?\\d?%");
    assertThat(browser.getCurrentUrl()).contains("rate=10000");
    assertThat(browser.findElement(By.id("budget")).getText())
        .contains("51,684")
        .contains("wrk with 64 connections");
    picture("budget");
  }

  @Test
  void growthIsDrawnAndItsFiguresStandBelow() throws IOException {
    look();
    script("document.querySelector('#growth').scrollIntoView({behavior: 'instant'})");
    assertThat(browser.findElement(By.cssSelector("#growth-0 svg")).isDisplayed()).isTrue();
    assertThat(count("#growth table tbody tr")).isEqualTo(22);
    picture("growth");
    script("document.querySelector('#platforms').scrollIntoView({behavior: 'instant'})");
    picture("platforms");
  }

  private static List<String> names(WebElement table) {
    return table.findElements(By.cssSelector("tbody:not([hidden]) .name")).stream()
        .map(WebElement::getText)
        .toList();
  }
}
