package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;

/** The page for every reader: keyboard, screen reader, dark, phone, paper and without scripts. */
class PageReadersTest extends PageInBrowser {
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
    assertThat(active().getText()).startsWith("variant");
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
    look();
    assertThat(count("table:not(:has(caption)):not(figure table)")).isZero();
    assertThat(count("svg.forest:not([role=img])")).isZero();
    assertThat(count("svg.forest:not(:has(title)), svg.forest:not(:has(desc))")).isZero();
    assertThat(count("svg:not([aria-hidden]):not([aria-label]):not([aria-labelledby])")).isZero();
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
    script("document.querySelector('#conformance').scrollIntoView({behavior: 'instant'})");
    picture("phone-conformance");
    script("document.querySelector('#choose').scrollIntoView({behavior: 'instant'})");
    picture("phone-choose");
    script("document.querySelector('#conditions').open = true");
    assertThat(script("return document.documentElement.scrollWidth")).isEqualTo(390L);
  }

  @Test
  void withoutScriptsAllFiguresCanBeRead() throws IOException {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open(page);
      WebElement main = browser.findElement(By.tagName("main"));
      assertThat(main.getText())
          .contains("FASTJSON2 is 2.")
          .contains("Details of FASTJSON2")
          .contains("At 1000 requests a second", "JSON, read and write", "12 inexact");
      assertThat(browser.findElement(By.id("choose")).isDisplayed()).isFalse();
      assertThat(browser.findElement(By.cssSelector("svg.forest.wide")).isDisplayed()).isTrue();
      for (String section : List.of("trade-offs", "growth", "cold-start", "platforms")) {
        By chart = By.cssSelector("#" + section + " svg.plot.wide");
        assertThat(browser.findElement(chart).isDisplayed()).as(section).isTrue();
      }
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
    assertThat(Files.size(directory.resolve("out").resolve("report.html"))).isLessThan(650_000);
  }

  private WebElement active() {
    return browser.switchTo().activeElement();
  }

  private String background() {
    return String.valueOf(script("return getComputedStyle(document.body).backgroundColor"));
  }
}
