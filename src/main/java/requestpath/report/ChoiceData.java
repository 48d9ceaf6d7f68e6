package requestpath.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.codec.LibraryCatalogue.CodeGeneration;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.codec.Mark;
import requestpath.report.Behaviour.Check;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/**
 * What the page's script knows of variants beside their figures, so that readers can choose by it.
 *
 * @param libraries by the key of a row
 * @param facts by format and binding, then by the key of a row
 * @param conditions the checks on which variants differ
 */
record ChoiceData(
    Map<String, Known> libraries,
    Map<String, Map<String, Facts>> facts,
    List<Condition> conditions) {

  /**
   * What is known of a library.
   *
   * @param licence as the catalogue has it
   * @param licences the alternatives, each with all its licences
   * @param size in bytes, with all dependencies
   * @param codegen whether it makes code at run time
   */
  record Known(String licence, List<Set<String>> licences, long size, boolean codegen) {}

  /**
   * What a variant does to data in a binding.
   *
   * @param exact whether it keeps doubles
   * @param nulls whether it keeps fields that are null
   * @param decimals whether it reads every decimal as the nearest double
   * @param strict whether it refuses what is not JSON
   * @param answers its answer to each condition, by index; -1 for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Facts(
      @Nullable Boolean exact,
      @Nullable Boolean nulls,
      @Nullable Boolean decimals,
      @Nullable Boolean strict,
      List<Integer> answers) {}

  /**
   * A check on which variants differ.
   *
   * @param id unique among all
   * @param answers all of them, in full
   */
  record Condition(
      String id, String format, String subject, String question, List<String> answers) {}

  /** Of all libraries in a report; the hand-written reference is none. */
  static ChoiceData of(Report report) {
    ConformanceMatrix matrix = ConformanceMatrix.of(report);
    List<Condition> conditions = new ArrayList<>();
    for (Check check : matrix.differing()) {
      conditions.add(
          new Condition(
              check.key(),
              check.format(),
              check.subject(),
              check.question(),
              matrix.answers(check)));
    }
    Map<String, Known> libraries = new LinkedHashMap<>();
    Map<String, Map<String, Facts>> facts = new LinkedHashMap<>();
    for (RankedGroup group : report.groups()) {
      for (RankedVariant row : group.rows()) {
        if (!RankedGroup.isLibrary(row)) {
          continue;
        }
        String key = PageData.key(group, row);
        report.library(row).ifPresent(library -> libraries.put(key, known(library)));
        List<Behaviour> seen = report.facts(group, row);
        Set<Mark> marks = report.marksOfReading(group, row).orElse(null);
        if (!seen.isEmpty() || marks != null) {
          facts
              .computeIfAbsent(where(group), none -> new LinkedHashMap<>())
              .put(key, facts(seen, marks, conditions));
        }
      }
    }
    return new ChoiceData(libraries, facts, conditions);
  }

  /** The format and the binding of a group: the same variant may do other things in others. */
  static String where(RankedGroup group) {
    return Work.format(group) + " " + Report.binding(group.rows().get(0));
  }

  private static Known known(Library library) {
    return new Known(
        library.licence(),
        LicenceExpression.alternatives(library.licence()),
        library.bytesWithDependencies(),
        library.codeGeneration() == CodeGeneration.RUN_TIME);
  }

  private static Facts facts(
      List<Behaviour> seen, @Nullable Set<Mark> marks, List<Condition> conditions) {
    List<Behaviour> doubles = seen.stream().filter(Behaviour::isAboutDoubles).toList();
    return new Facts(
        doubles.isEmpty() ? null : doubles.stream().allMatch(Behaviour::isEqual),
        seen.stream()
            .filter(Behaviour::isAboutNulls)
            .findFirst()
            .map(Behaviour::isEqual)
            .orElse(null),
        marks == null ? null : !marks.contains(Mark.INEXACT),
        marks == null ? null : !marks.contains(Mark.LENIENT),
        conditions.stream().map(condition -> answer(condition, seen)).toList());
  }

  private static int answer(Condition condition, List<Behaviour> seen) {
    return seen.stream()
        .filter(fact -> fact.check().key().equals(condition.id()))
        .findFirst()
        .map(fact -> condition.answers().indexOf(fact.answer()))
        .orElse(-1);
  }
}
