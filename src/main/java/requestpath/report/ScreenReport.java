package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import requestpath.result.JudgedPart;
import requestpath.result.JudgedSides;
import requestpath.result.Judgement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.Verdict;
import requestpath.text.Figures;
import requestpath.text.Paragraph;
import requestpath.text.Screen;

/**
 * What a run shows at its end on a terminal: rankings, what to know before believing them, and the
 * control, on one screen if they fit. {@link ConsoleReport} and the page have the rest.
 */
public final class ScreenReport {
  /** How many of the fastest variants of a group are shown if there are several groups. */
  private static final int FASTEST = 3;

  /** Rows of a group that are shown even if they do not fit. */
  private static final int LEAST_ROWS = 3;

  private static final String INDENT = "  ";
  private static final Pattern USUAL_MODE = Pattern.compile(", avgt$");

  private final Report report;
  private final RecordedRun run;
  private final Screen screen;
  private final Ink ink;
  private final ScreenTable table;

  private ScreenReport(Report report, Screen screen) {
    this.report = report;
    this.run = report.runs().get(0);
    this.screen = screen;
    this.ink = new Ink(screen.hasColours());
    this.table = new ScreenTable(report, screen);
  }

  /**
   * The results of a run so far.
   *
   * @param directory where it is kept
   * @param screen the terminal, without the lines that are printed afterwards
   * @throws ResultException when it cannot be understood
   */
  public static List<String> of(Path directory, Screen screen) throws ResultException {
    return new ScreenReport(Report.of(List.of(RecordedRun.read(directory)), "", Map.of()), screen)
        .all();
  }

  private List<String> all() {
    List<RankedGroup> groups = report.groups();
    List<String> last = new ArrayList<>();
    String warnings = String.join("; ", ScreenNotes.warnings(run, groups));
    if (!warnings.isEmpty()) {
      last.addAll(yellow(warnings));
    }
    run.environment()
        .shapes()
        .forEach((file, shape) -> last.addAll(paragraph(file + " has " + shape)));
    String legend = ScreenNotes.legend(report);
    if (!legend.isEmpty()) {
      last.addAll(paragraph(legend));
    }
    List<String> control = new ArrayList<>();
    report.judgement().controls().ifPresent(controls -> control.addAll(control(controls)));
    int room = screen.lines() - last.size();
    if (report.judgement().sides().isEmpty() && groups.size() > 1) {
      List<String> lines = several(groups, control, room);
      lines.addAll(last);
      return lines;
    }
    last.addAll(control);
    room -= control.size();
    List<String> lines =
        report.judgement().sides().isEmpty() ? one(groups.get(0), room) : sides(room);
    lines.addAll(last);
    return lines;
  }

  private List<String> paragraph(String text) {
    return Paragraph.lines(text, INDENT, screen.columns());
  }

  private List<String> yellow(String text) {
    return paragraph(text).stream().map(ink::yellow).toList();
  }

  private List<String> title(RankedGroup group) {
    return paragraph(shortTitle(group)).stream().map(ink::bold).toList();
  }

  /** Without the usual mode, which the unit of the times tells. */
  private static String shortTitle(RankedGroup group) {
    return USUAL_MODE.matcher(group.title()).replaceFirst("");
  }

  /** A group alone: its headline, and as many variants as fit. */
  private List<String> one(RankedGroup group, int room) {
    if (group.rows().size() == 1) {
      return new ArrayList<>(alone(group, group.rows().get(0)));
    }
    List<String> lines = new ArrayList<>(title(group));
    String headline = GroupTexts.headline(group);
    if (!headline.isEmpty()) {
      lines.addAll(paragraph(headline));
    }
    int headings = 1;
    int fitting = Math.max(LEAST_ROWS, room - lines.size() - headings);
    List<RankedVariant> shown = group.rows();
    if (shown.size() > fitting) {
      shown = fastest(group, group.rows(), fitting - 1);
    }
    lines.addAll(table.withHeadings(group, shown));
    lines.addAll(more(group.rows().size() - shown.size()));
    return lines;
  }

  /** The fastest of some variants, and the baseline, which takes the last place if it must. */
  private static List<RankedVariant> fastest(
      RankedGroup group, List<RankedVariant> rows, int count) {
    List<RankedVariant> fastest = new ArrayList<>(rows.subList(0, Math.min(rows.size(), count)));
    if (fastest.stream().noneMatch(group::isBaseline) && group.baselineRow().isPresent()) {
      fastest.set(fastest.size() - 1, group.baselineRow().get());
    }
    return fastest;
  }

  private List<String> more(int count) {
    return count == 0
        ? List.of()
        : List.of(
            INDENT + count + (count == 1 ? " more variant is" : " more are") + " on the page");
  }

  /**
   * Several groups: the fastest libraries of each, the baseline and its control; fewer libraries,
   * or only the fastest, if they do not fit.
   *
   * @param control a sentence on all controls, which follows
   */
  private List<String> several(List<RankedGroup> groups, List<String> control, int room) {
    List<String> lines = List.of();
    for (int count = FASTEST; count >= 0; count--) {
      lines = several(groups, Math.max(1, count), count > 0);
      boolean isSaid =
          count > 0
              && hasGoodControls()
              && groups.stream().allMatch(group -> group.control() != null);
      lines.addAll(parts(room - lines.size() - control.size()));
      lines.addAll(isSaid ? List.of() : control);
      if (lines.size() <= room) {
        return lines;
      }
    }
    return lines;
  }

  private boolean hasGoodControls() {
    return report.judgement().controls().stream()
        .allMatch(controls -> controls.failed().isEmpty() && !controls.isInconclusive());
  }

  private List<String> several(List<RankedGroup> groups, int count, boolean hasBaseline) {
    List<String> lines = new ArrayList<>();
    for (RankedGroup group : groups) {
      List<RankedVariant> rows = group.rows();
      if (rows.size() == 1) {
        lines.addAll(alone(group, rows.get(0)));
        continue;
      }
      List<RankedVariant> ranked = group.libraries().isEmpty() ? rows : group.libraries();
      List<RankedVariant> shown =
          new ArrayList<>(ranked.subList(0, Math.min(ranked.size(), count)));
      if (hasBaseline && shown.stream().noneMatch(group::isBaseline)) {
        group.baselineRow().ifPresent(shown::add);
      }
      lines.addAll(title(group));
      lines.addAll(table.withUnits(group, shown, hasBaseline ? group.control() : null));
    }
    return lines;
  }

  /** A group of one variant, in a line. */
  private List<String> alone(RankedGroup group, RankedVariant row) {
    double error = group.isOfSingleForks() ? row.error() : Double.NaN;
    return paragraph(
        shortTitle(group)
            + ": "
            + Figures.plain(row.value())
            + (Double.isNaN(error) ? "" : " ± " + Figures.plain(error))
            + " "
            + group.unit());
  }

  /** What differs between the sides, the largest differences first. */
  private List<String> sides(int room) {
    List<JudgedSides> all = report.judgement().sides();
    SideNames names = SideNames.of(report, all.get(0));
    List<String> lines = new ArrayList<>(paragraph(names.title() + ":"));
    int titles = all.stream().mapToInt(sides -> title(sides.candidate()).size()).sum();
    int fitting = Math.max(1, (room - lines.size() - titles - 1) / all.size());
    int left = 0;
    for (JudgedSides sides : all) {
      List<String> sentences = sentences(names, sides);
      int shown = Math.min(sentences.size(), fitting);
      lines.addAll(title(sides.candidate()));
      lines.addAll(sentences.subList(0, shown));
      left += sentences.size() - shown;
    }
    lines.addAll(more(left));
    return lines;
  }

  private List<String> sentences(SideNames names, JudgedSides sides) {
    return sides.lines().stream()
        .map(JudgedSides.Line::verdict)
        .flatMap(Stream::ofNullable)
        .sorted(
            Comparator.comparing((Verdict verdict) -> !verdict.isDifferent())
                .thenComparing(verdict -> -Math.abs(Math.log(verdict.ratio()))))
        .map(verdict -> INDENT + verdict.row() + ": " + coloured(verdict, names.sentence(verdict)))
        .toList();
  }

  /** Green if the candidate is faster. */
  private String coloured(Verdict base, String text) {
    return !base.isDifferent() ? text : base.isFaster() ? ink.yellow(text) : ink.green(text);
  }

  /** Parts and the whole, if there is room. */
  private List<String> parts(int room) {
    List<String> lines = new ArrayList<>();
    for (JudgedPart part : report.judgement().parts()) {
      lines.addAll(paragraph(Words.share(part.verdict(), part.wholeName())));
    }
    return lines.size() <= room ? lines : List.of();
  }

  private List<String> control(Judgement.Controls controls) {
    String sentence = Words.controls(controls);
    return hasGoodControls() ? paragraph(sentence) : yellow(sentence);
  }
}
