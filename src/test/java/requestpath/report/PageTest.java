package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/**
 * The page in the system's Chromium, as readers use it. Skipped where there is no Chromium.
 * Pictures of what was seen are left in {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  /** Nothing glides, so that what is clicked stays where it is. */
  private static final Map<String, String> STILL =
      Map.of("name", "prefers-reduced-motion", "value", "reduce");

  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path directory;
  private String page = "";
  private String hostile = "";
  private ChromeDriver browser;

  @BeforeAll
  void openBrowser() throws Exception {
    File chromium = first(BROWSERS);
    File driver = first(DRIVERS);
    assumeTrue(
        chromium != null && driver != null,
        "the page is not tested: no Chromium with its driver here (apt-get install chromium chromium-driver)");
    Map<String, Double> hello = new LinkedHashMap<>();
    hello.put("JACKSON2", 1.0);
    hello.put("JACKSON3", 1.0);
    hello.put("GSON", 2.0);
    Path old =
        new SampleRun(1)
            .documents()
            .group("HelloRequestBenchmark.handle", "avgt", "ns/op", 320, 0, hello)
            .warning("The machine was busy.")
            .write(directory.resolve("jdk17"));
    Path now = new SampleRun(2).jdk("25.0.3").documents().write(directory.resolve("jdk25"));
    page =
        ReportWriter.write(List.of(old, now), directory.resolve("out"), "", SampleRun.facts())
            .toUri()
            .toString();
    Path evil = ReportTest.hostileRun(directory.resolve("evil"));
    hostile = ReportWriter.write(evil, Map.of()).toUri().toString();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    // As root, as in most containers, Chromium starts without its sandbox alone; it opens nothing
    // but this page.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1280,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
    browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(5));
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void wide() {
    size(1280, 1000, false);
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(STILL)));
  }

  /** After whatever was done: nothing on the console, and no request but for the page itself. */
  @AfterEach
  void noErrorAndNoRequest() {
    List<LogEntry> console = browser.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(console).extracting(LogEntry::getMessage).isEmpty();
    assertThat(browser.manage().logs().get(LogType.PERFORMANCE).getAll())
        .extracting(LogEntry::getMessage)
        .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
        .filteredOn(
            message -> !message.contains("\"url\":\"file:") && !message.contains("\"url\":\"data:"))
        .isEmpty();
  }

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
    open(page);
    WebElement table = browser.findElement(By.cssSelector("table[data-group]"));
    WebElement filter = browser.findElement(By.cssSelector("input[data-filter]"));

    filter.sendKeys("spring");
    assertThat(names(table)).containsExactlyInAnyOrder("JACKSON2", "JACKSON3");
    filter.clear();
    filter.sendKeys("nothing has this");
    assertThat(names(table)).isEmpty();
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
    assertThat(behind.findElements(By.cssSelector(".trace svg"))).hasSize(1);
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", behind);
    picture("behind");
  }

  @Test
  void choosingSaysWhoIsLeftAndWhoIsBeatenByWhomAndALinkCarriesIt() throws IOException {
    open(page);
    click(By.name("exact"));
    click(By.name("codegen"));

    assertThat(verdictOn("YASSON")).startsWith("left out, not: doubles exact");
    assertThat(verdictOn("FASTJSON2")).startsWith("left out, not: no code generation");
    assertThat(verdictOn("DSL_JSON")).isEqualTo("on the front");
    assertThat(verdictOn("ORG_JSON")).startsWith("beaten by ").contains("DSL_JSON");
    String address = Objects.requireNonNull(browser.getCurrentUrl());
    assertThat(address).contains("exact=1").contains("codegen=1");
    picture("choose");

    open("about:blank");
    open(address);

    assertThat(browser.findElement(By.name("exact")).isSelected()).isTrue();
    assertThat(browser.findElement(By.name("nulls")).isSelected()).isFalse();
    assertThat(verdictOn("FASTJSON2")).startsWith("left out, not: no code generation");
    assertThat(browser.findElement(By.id("choose-text")).getText())
        .contains("of 11 hold what you ask");
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

    assertThat(verdictOn("JACKSON2")).isEqualTo("on the front, tied in both with JACKSON3");
    assertThat(verdictOn("JACKSON3")).isEqualTo("on the front, tied in both with JACKSON2");
    assertThat(verdictOn("GSON")).isEqualTo("beaten by JACKSON2, JACKSON3");
    option(By.name("licence"), "[value='BSD-3-Clause']");
    assertThat(verdictOn("GSON")).isEqualTo("left out, licence Apache-2.0");
  }

  @Test
  void aMethodOfOneClassIsNotThatOfAnother() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String benchmark : List.of("a.Cache.get", "a.Cache.put", "b.Queue.get", "b.Queue.put")) {
      run.foreign(benchmark, "avgt", "ns/op", Map.of());
    }
    Path file = run.writeResults(directory.resolve("methods.json"));
    Path written = ReportWriter.write(List.of(file), directory.resolve("methods"), "", Map.of());
    open(written.toUri().toString());

    option(By.id("choose-x"), ":nth-child(1)");
    option(By.id("choose-y"), ":nth-child(2)");
    assertThat(browser.findElement(By.id("choose-text")).getText())
        .isEqualTo("No row was measured in both.");
    option(By.id("choose-y"), ":nth-child(1)");
    assertThat(count("#choose-table tbody tr")).isEqualTo(2);
  }

  @Test
  void theBudgetFollowsTheRate() throws IOException {
    open(page);
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
  void theKeyboardAloneReachesEverything() {
    open(page);
    WebElement body = browser.findElement(By.tagName("body"));
    body.sendKeys(Keys.TAB);
    assertThat(active().getText()).isEqualTo("Skip to the verdicts");
    script("document.querySelector('input[data-filter]').focus()");
    active().sendKeys(Keys.TAB);
    assertThat(active().getDomAttribute("role")).isEqualTo("region");
    active().sendKeys(Keys.TAB);
    assertThat(active().getText()).startsWith("row");
    active().sendKeys(Keys.ENTER);
    assertThat(
            heading(browser.findElement(By.cssSelector("table[data-group]")), 0)
                .getDomAttribute("aria-sort"))
        .isEqualTo("ascending");
    script("document.querySelector('.name button').focus()");
    active().sendKeys(Keys.SPACE);
    assertThat(browser.findElements(By.cssSelector("tr.behind.open"))).hasSize(1);
    script("document.querySelector('input[name=exact]').focus()");
    active().sendKeys(Keys.SPACE);
    assertThat(browser.getCurrentUrl()).contains("exact=1");
  }

  @Test
  void screenReadersFindNamesForEverything() {
    open(page);
    assertThat(count("table:not(:has(caption)):not(figure table)")).isZero();
    assertThat(count("svg.forest:not([role=img])")).isZero();
    assertThat(count("svg.forest:not(:has(title)), svg.forest:not(:has(desc))")).isZero();
    assertThat(count(".chart:not([aria-label])")).isZero();
    assertThat(count("th:not([scope])")).isZero();
    assertThat(
            script(
                "return [...document.querySelectorAll('input,select')].filter(e => e.labels.length === 0).length"))
        .isEqualTo(0L);
    assertThat(
            script(
                "const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size"))
        .isEqualTo(0L);
    assertThat(script("return document.querySelectorAll('h1').length")).isEqualTo(1L);
  }

  @Test
  void itIsDarkWhereTheSystemIsAndOnDemand() throws IOException {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features", List.of(STILL, Map.of("name", "prefers-color-scheme", "value", "dark"))));
    open(page);
    assertThat(background()).isEqualTo("rgb(14, 18, 22)");
    picture("dark");
    browser.findElement(By.id("theme")).click();
    assertThat(background()).isEqualTo("rgb(247, 248, 249)");
    browser.findElement(By.id("theme")).click();
    assertThat(background()).isEqualTo("rgb(14, 18, 22)");
  }

  @Test
  void aPhoneScrollsTheTablesAndNotThePage() throws IOException {
    size(390, 844, true);
    for (String address : List.of(page, hostile)) {
      open(address);
      assertThat(script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }
    open(page);
    picture("phone-top");
    script("document.querySelector('.group').scrollIntoView({behavior: 'instant'})");
    picture("phone-group");
    assertThat(browser.findElement(By.cssSelector("svg.narrow")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.cssSelector("svg.wide")).isDisplayed()).isFalse();
    script("document.querySelector('#choose').scrollIntoView({behavior: 'instant'})");
    picture("phone-choose");
  }

  @Test
  void growthIsDrawnAndItsFiguresStandBelow() throws IOException {
    open(page);
    script("document.querySelector('#growth').scrollIntoView({behavior: 'instant'})");
    assertThat(browser.findElement(By.cssSelector("#growth-0 svg")).isDisplayed()).isTrue();
    assertThat(count("#growth table tbody tr")).isEqualTo(22);
    picture("growth");
    script("document.querySelector('#platforms').scrollIntoView({behavior: 'instant'})");
    picture("platforms");
  }

  @Test
  void withoutScriptsAllFiguresCanBeRead() throws IOException {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open(page);
      WebElement main = browser.findElement(By.tagName("main"));
      assertThat(main.getText())
          .contains("FASTJSON2 takes 0.4")
          .contains("Behind FASTJSON2")
          .contains("At 1000 requests a second");
      assertThat(browser.findElement(By.id("choose")).isDisplayed()).isFalse();
      assertThat(browser.findElement(By.cssSelector("svg.forest.wide")).isDisplayed()).isTrue();
      picture("no-scripts");
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void hostileTextsAreShownAsTexts() throws IOException {
    open(hostile);
    assertThat(count("main img, main b, main script")).isZero();
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("<img src=x onerror=alert(1)>");
    for (WebElement row : browser.findElements(By.cssSelector(".name button"))) {
      script("arguments[0].click()", row);
    }
    assertThat(count("main img, main b, main script")).isZero();
    picture("hostile");
  }

  @Test
  void onPaperTheVerdictsAreUnfolded() throws IOException {
    open(page);
    assertThat(count("#verdicts details[open]")).isZero();
    assertThat(browser.print(new PrintOptions()).getContent()).isNotEmpty();
    assertThat(count("#verdicts details:not([open])")).isZero();
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    try {
      assertThat(browser.findElement(By.tagName("header")).isDisplayed()).isFalse();
      assertThat(background()).isEqualTo("rgb(255, 255, 255)");
      picture("print");
    } finally {
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(directory.resolve("out").resolve("report.html"))).isLessThan(3_000_000);
  }

  private void open(String address) {
    browser.get(address);
  }

  private void size(int width, int height, boolean isMobile) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isMobile));
  }

  private Object script(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  private int count(String selector) {
    return ((Long)
            Objects.requireNonNull(
                script("return document.querySelectorAll(arguments[0]).length", selector)))
        .intValue();
  }

  private void click(By by) {
    WebElement element = browser.findElement(by);
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  private void option(By select, String which) {
    browser.findElement(select).findElement(By.cssSelector("option" + which)).click();
  }

  private WebElement active() {
    return browser.switchTo().activeElement();
  }

  private String background() {
    return String.valueOf(script("return getComputedStyle(document.body).backgroundColor"));
  }

  private String verdictOn(String row) {
    return browser
        .findElement(By.cssSelector("#choose-table tr[data-name='" + row + "'] td:last-child"))
        .getText();
  }

  private static WebElement heading(WebElement table, int column) {
    return table.findElements(By.cssSelector("thead th")).get(column);
  }

  private static List<String> names(WebElement table) {
    return table.findElements(By.cssSelector("tbody:not([hidden]) .name")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private void picture(String name) throws IOException {
    Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static File first(List<String> paths) {
    return paths.stream().map(File::new).filter(File::canExecute).findFirst().orElse(null);
  }
}
