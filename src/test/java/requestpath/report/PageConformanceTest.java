package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What libraries do to data, on the page. */
class PageConformanceTest extends PageInBrowser {
  @Test
  void differencesAreMarkedByMoreThanAColourAndReadInFull() throws IOException {
    look();
    script("document.querySelector('#conformance').scrollIntoView({behavior: 'instant'})");
    picture("conformance");
    WebElement usual = browser.findElement(By.cssSelector(".matrix td.usual"));
    WebElement other = browser.findElement(By.cssSelector(".matrix td.other"));

    assertThat(usual.getText()).startsWith("✓");
    assertThat(usual.getDomProperty("textContent")).isEqualTo("✓ exact");
    assertThat(other.getText()).isEqualTo("12 inexact");
    assertThat(other.getCssValue("background-color"))
        .isNotEqualTo(usual.getCssValue("background-color"));
    assertThat(count(".matrix td:not([title])")).isZero();
  }

  @Test
  void everyShortNameHasItsQuestionAsText() {
    look();
    assertThat(count("#conformance .figures dt")).isEqualTo(count(".matrix thead th[title]"));
    assertThat(browser.findElement(By.cssSelector("#conformance .agreed")).getText())
        .isEqualTo("JSON: all 11 variants agree on 1 other check: ignored (question UNKNOWN).");
  }
}
