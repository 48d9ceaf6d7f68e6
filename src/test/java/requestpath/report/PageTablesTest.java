package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.LibraryCatalogue.Library;

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

  /** What a cell shows decides, but for ratios, which show fewer digits than they are sorted by. */
  @Test
  void columnsAreSortedAsTheyAreShownAndUnknownFiguresAreLast() {
    open(page);
    WebElement table = browser.findElement(By.cssSelector("table[data-group]"));
    int columns = table.findElements(By.cssSelector("thead th")).size();
    List<String> unknown = new ArrayList<>();
    for (int column = 1; column < columns; column++) {
      WebElement heading = table.findElements(By.cssSelector("thead th")).get(column);
      boolean isNumber = heading.getDomAttribute("data-number") != null;
      heading.findElement(By.tagName("button")).click();
      List<String> up = cells(table, column);
      heading.findElement(By.tagName("button")).click();
      List<String> down = cells(table, column);

      assertThat(down).containsExactlyInAnyOrderElementsOf(up);
      List<String> known = up.stream().filter(text -> !text.equals("–")).toList();
      assertThat(up.subList(0, known.size())).isEqualTo(known);
      assertThat(down.subList(0, known.size())).doesNotContain("–");
      for (int i = 1; i < known.size(); i++) {
        if (isNumber) {
          assertThat(figure(known.get(i))).isGreaterThan(0.97 * figure(known.get(i - 1)));
          assertThat(figure(down.get(i))).isLessThan(1.03 * figure(down.get(i - 1)));
        } else {
          assertThat(known.get(i)).isGreaterThanOrEqualTo(known.get(i - 1));
        }
      }
      if (known.size() < up.size()) {
        unknown.add(heading.getText());
      }
    }
    assertThat(unknown).isNotEmpty();
  }

  /** The first line of each cell of a column. */
  private static List<String> cells(WebElement table, int column) {
    return table.findElements(By.cssSelector("tbody[data-row] > tr:first-child")).stream()
        .map(row -> row.findElements(By.cssSelector("th, td")).get(column))
        .map(cell -> cell.getText().lines().findFirst().orElse(""))
        .toList();
  }

  private static double figure(String text) {
    return Double.parseDouble(text.replace(",", "").replaceAll("[^0-9.].*", ""));
  }

  @Test
  void rowsFilterByAnyWord() {
    look();
    WebElement table = browser.findElement(By.cssSelector("table[data-group]"));
    WebElement filter = browser.findElement(By.cssSelector("input[data-filter]"));

    filter.sendKeys("spring");
    assertThat(names(table)).containsExactlyInAnyOrder("JACKSON2", "JACKSON3");
    assertThat(inPlot("wide")).matches("JACKSON. JACKSON.");
    filter.clear();
    filter.sendKeys("nothing has this");
    assertThat(
            count(
                "table[data-group='"
                    + filter.getDomAttribute("data-filter")
                    + "'] tbody:not([hidden])"))
        .isZero();
    assertThat(inPlot("wide")).isEmpty();
    filter.clear();
    filter.sendKeys(" ");
    assertThat(inPlot("wide").split(" ", -1)).hasSize(11);
    assertThat(inPlot("narrow").split(" ", -1)).hasSize(11);
  }

  /** The names in the first plot that are not hidden, in its order. */
  private String inPlot(String width) {
    return String.valueOf(
        script(
            "return [...document.querySelector('.group svg.forest.' + arguments[0])"
                + ".querySelectorAll('g[data-row]:not([hidden]) .name')]"
                + ".map(name => name.textContent).join(' ')",
            width));
  }

  @Test
  void tablesFitWithoutScrolling() throws Exception {
    Map<String, Double> truth = new TreeMap<>();
    for (Library library : LibraryCatalogue.load().libraries()) {
      library.variants().keySet().forEach(name -> truth.put(name, 1.2 + truth.size()));
    }
    truth.put("JACKSON2", 1.0);
    truth.put("HANDWRITTEN", 0.3);
    Path run =
        new SampleRun(1)
            .group("JsonDecodeBenchmark.fromBytes", "avgt", "us/op", 13_000, 1000, truth)
            .group("ColdStartBenchmark.decodeFirst", "ss", "ms/op", 130, 0, truth)
            .write(directory.resolve("all"));
    String all = ReportWriter.write(run, SampleLibraries.facts()).toUri().toString();

    for (String address : List.of(all, page)) {
      open(address);
      script("document.querySelector('.group table').scrollIntoView({behavior: 'instant'})");
      picture(address.equals(page) ? "table" : "table-of-all");
      assertThat(
              script(
                  "return [...document.querySelectorAll('.group .scroll, #conformance .scroll')]"
                      + ".filter(e => e.scrollWidth > e.clientWidth)"
                      + ".map(e => e.ariaLabel + ' ' + e.scrollWidth + ' ' + e.clientWidth)"))
          .isEqualTo(List.of());
    }
    assertThat(browser.findElement(By.cssSelector(".group caption")).getText())
        .contains("Same for all: ", "7 forks");
  }

  @Test
  void behindARowStandItsForksItsLibraryAndItsIterations() throws IOException {
    open(page);
    WebElement row = browser.findElement(By.xpath("//button[text()='FASTJSON2']"));
    assertThat(row.getDomAttribute("aria-expanded")).isEqualTo("false");

    row.click();

    assertThat(row.getDomAttribute("aria-expanded")).isEqualTo("true");
    WebElement behind = browser.findElement(By.cssSelector("tr.behind.open"));
    assertThat(browser.findElement(By.cssSelector(".group")).getText())
        .contains("Measure a variant alone: ", "-p library=NAME");
    assertThat(behind.getText()).contains("7 forks from").contains("fastjson2 ");
    behind.findElement(By.linkText(behind.findElement(By.cssSelector("dd a")).getText())).click();
    assertThat(browser.findElement(By.id("library-FASTJSON2")).getText())
        .contains("Fastjson2Codec.java", "at run time");
    WebElement trace = behind.findElement(By.cssSelector("svg.trace"));
    assertThat(trace.getDomAttribute("aria-label"))
        .isEqualTo("Iterations of 6 of 7 forks, 10 of each warming up, of FASTJSON2, in us/op");
    assertThat(trace.getText()).contains("measured from here");
    assertThat(trace.isDisplayed()).isTrue();
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", behind);
    picture("behind");
  }

  @Test
  void theBudgetAddsReadingWritingAndTheRestAtTheReadersRate() throws IOException {
    open(page);
    script(
        "arguments[0].scrollIntoView({block: 'start', behavior: 'instant'})",
        browser.findElement(By.id("budget")));
    enter("rate", "5000");
    enter("rest", "20");

    assertThat(budgetOf("JACKSON2"))
        .matches("JACKSON2 3\\d[.\\d]*% 2\\d[.\\d]*% 10% [67]\\d[.\\d]*%");
    assertThat(budgetOf("ORG_JSON")).contains("more than a core");
    assertThat(browser.findElement(By.cssSelector("#budget-table tbody th")).getText())
        .isEqualTo("DSL_JSON");
    assertThat(browser.getCurrentUrl()).contains("rate=5000", "rest=20", "read=", "write=");
    picture("budget");

    option(By.id("budget-write"), "[value=none]");
    assertThat(budgetOf("JACKSON2")).matches("JACKSON2 3\\d[.\\d]*% – 10% 4\\d[.\\d]*%");
    option(By.id("budget-read"), "[value=none]");
    assertThat(count("#budget-table tbody tr")).isZero();
    assertThat(browser.findElement(By.id("budget-text")).getText())
        .contains("The rest alone takes 10% of a core.");
    assertThat(browser.findElement(By.id("budget")).getText())
        .contains("51,684")
        .contains("wrk with 64 connections");
  }

  @Test
  void aLinkCarriesTheBudgetAndOtherWorkCanBePartOfIt() {
    open(page);
    option(By.cssSelector("#budget-read optgroup[label='Other work']"), ":first-child");
    enter("rate", "2000");
    String address = String.valueOf(browser.getCurrentUrl());
    String row = budgetOf("GSON");
    assertThat(browser.findElement(By.id("budget-text")).getText())
        .contains("Not measured in both: ", "MOSHI");

    open("about:blank");
    open(address);

    assertThat(budgetOf("GSON")).isEqualTo(row);
    assertThat(browser.findElement(By.cssSelector("#budget-read option:checked")).getText())
        .startsWith("HelloRequestBenchmark.handle");
  }

  private static void enter(String id, String text) {
    WebElement input = browser.findElement(By.id(id));
    input.clear();
    input.sendKeys(text);
  }

  private static String budgetOf(String name) {
    return browser
        .findElement(By.xpath("//table[@id='budget-table']//tr[th='" + name + "']"))
        .getText();
  }

  @Test
  void chartsAreDrawnAndTheirFiguresStandBelow() throws IOException {
    look();
    script("document.querySelector('#growth').scrollIntoView({behavior: 'instant'})");
    assertThat(browser.findElement(By.cssSelector("#growth-0 svg.wide")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.cssSelector("#growth-0 svg.narrow")).isDisplayed()).isFalse();
    assertThat(count("#growth table tbody tr")).isEqualTo(22);
    for (String section : List.of("trade-offs", "growth", "cold-start", "platforms")) {
      script(
          "document.getElementById(arguments[0]).scrollIntoView({behavior: 'instant'})", section);
      assertThat(
              browser.findElement(By.cssSelector("#" + section + " svg.plot.wide")).isDisplayed())
          .isTrue();
      picture(section);
    }
  }

  private static List<String> names(WebElement table) {
    return table.findElements(By.cssSelector("tbody:not([hidden]) .name")).stream()
        .map(WebElement::getText)
        .toList();
  }
}
