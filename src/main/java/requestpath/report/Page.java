package requestpath.report;

import java.util.List;

/**
 * What the page's template prints, all of it formatted. The template escapes every text; the fields
 * named as markup are made by the classes that draw, by {@link PageData} and from this jar's own
 * resources, and are printed as they are.
 *
 * @param title of the page
 * @param policy the content security policy
 * @param styleMarkup the page's styles
 * @param dataMarkup what the scripts read, as JSON without {@code <}
 * @param scriptMarkup the page's own script
 * @param first what a reader sees first
 * @param groups one section each
 * @param tradeOffs encoding against decoding, one chart each
 * @param growths one chart each
 * @param coldStarts first calls and when they are paid back, one chart each
 * @param parts tables of rows against the method that does the whole of their work
 * @param sides tables of rows under the base and under the candidate of their run
 * @param comparisons tables of platforms side by side
 * @param matrices what libraries do to data, where they differ
 * @param agreed the checks on which they agree, a sentence for each format
 * @param libraries what is known of each variant of a library
 * @param hasLibraries whether there are libraries to choose from
 * @param budgets shares of a core at 1000 requests a second
 * @param published figures of the source articles
 * @param environments one for each run
 */
public record Page(
    String title,
    String policy,
    String styleMarkup,
    String dataMarkup,
    String scriptMarkup,
    FirstScreen first,
    List<Section> groups,
    List<Table> tradeOffs,
    List<Table> growths,
    List<Table> coldStarts,
    List<Table> parts,
    List<Table> sides,
    List<Table> comparisons,
    List<Matrix> matrices,
    List<String> agreed,
    List<About> libraries,
    boolean hasLibraries,
    List<List<String>> budgets,
    List<Published> published,
    List<Environment> environments) {

  /**
   * What is known of a variant of a library.
   *
   * @param id that rows refer to
   * @param title the variant and its library
   * @param facts in the order in which they are read
   */
  public record About(String id, String title, List<Detail> facts) {}

  /**
   * A group.
   *
   * @param id of its section
   * @param title what was measured
   * @param platform where
   * @param unit of its times
   * @param timeHeading the heading of the first column of figures
   * @param statistic what these figures are
   * @param sources of the benchmark, if the page is beside them
   * @param alone the command that measures a row alone; empty if each row has its own
   * @param alarms what no reader may overlook
   * @param sentences its verdicts
   * @param headline the first of them in few words
   * @param remarks what else to know about the ranking
   * @param wideMarkup its forest plot
   * @param narrowMarkup the same for a phone; empty where one picture is for both
   * @param isFolded whether the table is folded, for no row has a second fork
   * @param columns the headings of its table, from the third on
   * @param constants what is the same in every row, in a line; empty where nothing is
   * @param rows of its table
   * @param legend what the marks in it mean; empty where there are none
   * @param machineMarkup how quiet the machine was; empty where that is not known
   * @param allocationMarkup time and allocation as a chart; empty where there is nothing to see
   */
  public record Section(
      String id,
      String title,
      String platform,
      String unit,
      String timeHeading,
      String statistic,
      List<Detail> sources,
      String alone,
      List<FirstScreen.Chip> alarms,
      List<String> sentences,
      String headline,
      List<String> remarks,
      String wideMarkup,
      String narrowMarkup,
      boolean isFolded,
      List<Column> columns,
      String constants,
      List<Line> rows,
      String legend,
      String machineMarkup,
      String allocationMarkup) {}

  /**
   * A column.
   *
   * @param title its heading
   * @param note the same for the second line of its cells; may be empty
   * @param isNumber whether it holds numbers
   */
  public record Column(String title, String note, boolean isNumber) {}

  /**
   * A row of a group's table.
   *
   * @param index of the row in its group
   * @param name of the row
   * @param marks what to know about it beside its figures
   * @param note such as {@code baseline}
   * @param kind how it stands to the baseline: base, same, fast or slow
   * @param words what a filter also finds: its library's licence and stacks
   * @param cells one for each column
   * @param forks how many they are, and from where to where they reach
   * @param iterationsMarkup the iterations of its forks; empty where there is only one
   * @param facts what is behind it: a name and a text, or a link
   */
  public record Line(
      int index,
      String name,
      List<Badge> marks,
      String note,
      String kind,
      String words,
      List<Cell> cells,
      String forks,
      String iterationsMarkup,
      List<Detail> facts) {}

  /**
   * A mark beside a name.
   *
   * @param letter the letter beside the name
   * @param text what the mark means; what is known of the library lists the inputs that cause it
   */
  public record Badge(String letter, String text) {}

  /**
   * A cell.
   *
   * @param text that is shown
   * @param note the second line; empty for none
   * @param sort what it is sorted by; empty if that is the text, or the number it begins with
   * @param percent the length of its bar, of the longest in its column; 0 for none
   */
  public record Cell(String text, String note, String sort, double percent) {
    /** A cell with nothing in it. */
    static final Cell EMPTY = new Cell("–", "", "", 0);

    /** Both lines in one. */
    String inOneLine() {
      return note.isEmpty() ? text : text + " " + note;
    }
  }

  /**
   * A fact behind a row.
   *
   * @param name of the fact
   * @param text of it
   * @param link where it leads; empty when nowhere
   * @param isCode whether the text is a command
   */
  public record Detail(String name, String text, String link, boolean isCode) {}

  /**
   * A plain table, the first column its rows' names.
   *
   * @param id of its section
   * @param title above it
   * @param text below the title
   * @param headings of all columns
   * @param rows their texts
   * @param chartMarkup the same as a chart; may be empty
   */
  public record Table(
      String id,
      String title,
      String text,
      List<String> headings,
      List<List<String>> rows,
      String chartMarkup) {
    /** A table without a chart. */
    public Table(
        String id, String title, String text, List<String> headings, List<List<String>> rows) {
      this(id, title, text, headings, rows, "");
    }
  }

  /**
   * Variants by checks of one subject, on which they differ.
   *
   * @param title the format and the subject
   * @param columns the checks
   * @param rows variants with the same results
   */
  public record Matrix(String title, List<Asked> columns, List<Answers> rows) {}

  /**
   * A check.
   *
   * @param label in a few words
   * @param question in full
   */
  public record Asked(String label, String question) {}

  /**
   * The results of variants that agree in all checks of a matrix.
   *
   * @param names of the variants
   * @param cells one for each check
   */
  public record Answers(String names, List<Answer> cells) {}

  /**
   * A result.
   *
   * @param text in a few words, or a symbol
   * @param full what was observed
   * @param kind {@code usual} or {@code other}
   */
  public record Answer(String text, String full, String kind) {}

  /**
   * What a source article published.
   *
   * @param title of the comparison
   * @param caveat why its figures cannot be compared with these
   * @param figures as published
   */
  public record Published(String title, String caveat, List<List<String>> figures) {}

  /**
   * Where and how a run was made.
   *
   * @param title of the run
   * @param notes what to know before its figures, in sentences
   * @param facts name and text
   * @param commands that repeat it
   * @param skipped what it did not measure, each with the reason
   */
  public record Environment(
      String title,
      List<String> notes,
      List<Detail> facts,
      List<String> commands,
      List<String> skipped) {}
}
