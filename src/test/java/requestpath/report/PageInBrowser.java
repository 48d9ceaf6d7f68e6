package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The page in the system's Chromium, for the tests that use it as readers do. One set of pages
 * serves all classes of a JVM, and one browser those of a session. They are skipped where there is
 * no Chromium. Pictures are left in {@code target/screenshots}.
 */
@ExtendWith(PageInBrowser.OpenBrowser.class)
abstract class PageInBrowser {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  /** Nothing glides, so that what is clicked stays where it is. */
  static final Map<String, String> STILL =
      Map.of("name", "prefers-reduced-motion", "value", "reduce");

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Duration LOADING = Duration.ofSeconds(20);
  private static final String IS_LOADED =
      "return document.readyState === 'complete' && location.href.startsWith(arguments[0])";

  /** Where the runs and their pages are. */
  static Path directory = Path.of("");

  /** Of two runs, ours and on two JDKs. */
  static String page = "";

  /** Of a run whose names contain markup. */
  static String hostile = "";

  static ChromeDriver browser;

  /** Opens the browser before the first of these tests, and closes it after all tests. */
  static final class OpenBrowser implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
      File chromium = first(BROWSERS);
      File driver = first(DRIVERS);
      assumeTrue(
          chromium != null && driver != null,
          "the page is not tested: no Chromium with its driver here (apt-get install chromium chromium-driver)");
      if (browser == null) {
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .put(OpenBrowser.class, (AutoCloseable) PageInBrowser::close);
        if (page.isEmpty()) {
          writePages();
        }
        open(chromium, driver);
      }
    }
  }

  private static void writePages() throws Exception {
    directory =
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "pages"))
            .toAbsolutePath();
    Map<String, Double> hello =
        new TreeMap<>(Map.of("JACKSON2", 1.0, "JACKSON3", 1.0, "GSON", 2.0));
    Path old =
        new SampleRun(1)
            .documents()
            .group("HelloRequestBenchmark.handle", "avgt", "ns/op", 320, 0, hello)
            .warning("The machine was busy.")
            .write(directory.resolve("jdk17"));
    Path now = new SampleRun(2).jdk("25.0.3").documents().write(directory.resolve("jdk25"));
    page =
        ReportWriter.write(List.of(old, now), directory.resolve("out"), "", SampleLibraries.facts())
            .toUri()
            .toString();
    Path evil = SampleFiles.hostileRun(directory.resolve("evil"));
    hostile = ReportWriter.write(evil, Map.of()).toUri().toString();
  }

  private static void open(File chromium, File driver) throws IOException {
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

  /** Surefire with several JVMs ends a session after each class; the next one opens another. */
  private static void close() {
    if (browser != null) {
      browser.quit();
      browser = null;
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

  /**
   * Opens a page and waits until all of it is there. The driver may return earlier, while the page
   * before is still shown.
   */
  void open(String address) {
    browser.get(address);
    long end = System.nanoTime() + LOADING.toNanos();
    while (!Boolean.TRUE.equals(script(IS_LOADED, address))) {
      assertThat(System.nanoTime()).as("%s is not loaded in %s", address, LOADING).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Opens the page unless it is open, for a test that does not depend on what others did to it. */
  void look() {
    if (!Objects.requireNonNull(browser.getCurrentUrl()).startsWith(page)) {
      open(page);
    }
  }

  void size(int width, int height, boolean isMobile) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isMobile));
  }

  Object script(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  int count(String selector) {
    return ((Long)
            Objects.requireNonNull(
                script("return document.querySelectorAll(arguments[0]).length", selector)))
        .intValue();
  }

  void click(By by) {
    WebElement element = browser.findElement(by);
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  void option(By select, String which) {
    browser.findElement(select).findElement(By.cssSelector("option" + which)).click();
  }

  static WebElement heading(WebElement table, int column) {
    return table.findElements(By.cssSelector("thead th")).get(column);
  }

  void picture(String name) throws IOException {
    Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static File first(List<String> paths) {
    return paths.stream().map(File::new).filter(File::canExecute).findFirst().orElse(null);
  }
}
