package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The first screen in a browser: what is above the fold, its tabs, and that nothing overlaps. */
class PageFirstScreenTest extends PageInBrowser {
  /** Pairs of texts that overlap within a visible chart. */
  private static final String OVERLAPS =
      """
      const found = [];
      for (const svg of document.querySelectorAll('svg.answer-bars')) {
        const texts = [...svg.querySelectorAll('text')].filter(text => text.getClientRects().length);
        const boxes = texts.map(text => text.getBoundingClientRect());
        for (let i = 0; i < boxes.length; i++) {
          for (let j = i + 1; j < boxes.length; j++) {
            const [a, b] = [boxes[i], boxes[j]];
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 0.5 && down > 4) found.push(texts[i].textContent + ' | ' + texts[j].textContent);
          }
        }
      }
      return found;
      """;

  @Test
  void theFirstChartsAreAboveTheFold() throws IOException {
    size(1280, 800, false);
    open(page);
    assertThat(
            script(
                "return [...document.querySelectorAll('svg.answer-bars.wide')]"
                    + ".filter(svg => svg.getClientRects().length)"
                    + ".filter(svg => svg.getBoundingClientRect().bottom <= 800).length"))
        .isEqualTo(2L);
    assertThat(script(OVERLAPS)).isEqualTo(List.of());
    picture("first-screen");
  }

  @Test
  void theKeyboardChangesTabsWithoutScripts() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open(page);
      List<WebElement> views =
          browser.findElement(By.className("tabs")).findElements(By.className("view"));
      assertThat(views).extracting(WebElement::isDisplayed).containsExactly(true, false);
      browser.findElement(By.cssSelector(".tabs input")).sendKeys(Keys.ARROW_RIGHT);
      assertThat(views).extracting(WebElement::isDisplayed).containsExactly(false, true);
      browser.findElement(By.cssSelector(".tabs label")).click();
      assertThat(views).extracting(WebElement::isDisplayed).containsExactly(true, false);
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void aLabelUnfoldsToItsSentence() {
    open(page);
    By chip = By.cssSelector(".view .chip");
    assertThat(browser.findElement(chip).findElement(By.tagName("p")).isDisplayed()).isFalse();
    click(By.cssSelector(".view .chip summary"));
    assertThat(browser.findElement(chip).findElement(By.tagName("p")).getText()).endsWith(".");
  }

  @Test
  void twoSidesLeadAndNothingOverlapsOnAPhone() throws Exception {
    Path run =
        new SampleRun(1)
            .against("--against-jvm jdk-25", 0.9)
            .documents()
            .write(directory.resolve("sides"));
    String sides = ReportWriter.write(run, Map.of()).toUri().toString();
    open(sides);
    assertThat(browser.findElement(By.cssSelector(".tabs .view svg.wide")).getDomAttribute("class"))
        .contains("answer-bars");
    assertThat(browser.findElement(By.cssSelector(".tabs .view .headline")).getText())
        .startsWith("JDK 17.0.15 is slower");
    assertThat(script(OVERLAPS)).isEqualTo(List.of());
    picture("first-sides");
    size(390, 844, true);
    for (String address : List.of(page, hostile, sides)) {
      open(address);
      assertThat(script(OVERLAPS)).isEqualTo(List.of());
      assertThat(script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }
    picture("first-phone");
  }

  @Test
  void onPaperAllTabsAreShown() throws IOException {
    open(page);
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    try {
      assertThat(browser.findElements(By.cssSelector(".tabs .view")))
          .hasSizeGreaterThan(2)
          .allMatch(WebElement::isDisplayed);
      picture("first-print");
    } finally {
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }
}
