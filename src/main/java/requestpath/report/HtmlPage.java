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
 * its own script, by its hash.
 */
final class HtmlPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlPage.class.getClassLoader(), "requestpath.report.page");

  private HtmlPage() {}

  /**
   * The page of a report.
   *
   * @param directory where the page will be, for its relative links
   */
  static String of(Report report, Path directory) {
    String script =
        Stream.of("page.js", "choose.js", "budget.js")
            .map(file -> resource("/requestpath/report/" + file))
            .collect(Collectors.joining());
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
            + " style-src 'unsafe-inline'; script-src "
            + hash(script);
    PageSections sections = new PageSections(report, directory);
    PageTables tables = new PageTables(report);
    ConformanceTables conformance = new ConformanceTables(ConformanceMatrix.of(report));
    Page page =
        new Page(
            sections.title(),
            policy,
            styles(),
            PageData.of(report),
            script,
            FirstScreen.of(report, FirstScreen.Links.withinPage()),
            sections.groups(),
            TradeOffChart.encodeAndDecode(report),
            tables.growths(),
            BreakEvenChart.tables(report),
            tables.parts(),
            tables.sides(),
            tables.comparisons(),
            conformance.tables(),
            conformance.agreed(),
            new RowDetails(report, directory).libraries(),
            report.hasLibraries(),
            new Budget(report).lines(),
            SourceArticles.published(),
            sections.environments());
    StringOutput output = new StringOutput();
    TEMPLATES.render("page.jte", page, output);
    return output.toString();
  }

  /**
   * The index of some published runs: no page of its own has their figures, and it has no script.
   */
  static String index(IndexPage index) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("index.jte", index, output);
    return output.toString();
  }

  /** The styles of pages. */
  static String styles() {
    return Stream.of("page.css", "choice.css", "forest.css", "charts.css", "first.css")
        .map(file -> resource("/requestpath/report/" + file))
        .collect(Collectors.joining());
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
