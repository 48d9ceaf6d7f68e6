package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page: one file that loads nothing from the network. Its content security policy allows only
 * its two scripts, by their hashes.
 */
final class HtmlPage {
  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlPage.class.getClassLoader(), "requestpath.report.page");

  private HtmlPage() {}

  /**
   * The page of a report.
   *
   * @param directory where the page will be, for its relative links
   * @param hasCharts whether the page contains the chart library
   */
  static String of(Report report, Path directory, boolean hasCharts) {
    String charts = hasCharts ? charts() : "";
    String script = resource("/requestpath/report/page.js");
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
            + " style-src 'unsafe-inline'; script-src "
            + Stream.of(charts, script).map(HtmlPage::hash).collect(Collectors.joining(" "));
    PageSections sections = new PageSections(report, directory);
    PageTables tables = new PageTables(report);
    Page page =
        new Page(
            sections.title(),
            policy,
            resource("/requestpath/report/page.css") + resource("/requestpath/report/forest.css"),
            PageData.of(report),
            charts,
            script,
            sections.notices(),
            sections.groups(),
            tables.growths(),
            tables.parts(),
            tables.sides(),
            tables.comparisons(),
            report.hasLibraries(),
            tables.budgets(),
            SourceArticles.published(),
            sections.environments());
    StringOutput output = new StringOutput();
    TEMPLATES.render("page.jte", page, output);
    return output.toString();
  }

  /** The chart library. */
  static String charts() {
    return resource(CHARTS);
  }

  /** A text of this jar; its line ends are those of HTML, so that hashes hold. */
  static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this jar");
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static String hash(String script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
