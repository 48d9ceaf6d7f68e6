package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.report.Behaviour.Check;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/**
 * What the libraries of a report do to data: the checks on which they differ, in the bindings that
 * the report measures, and those on which all agree. The hand-written reference is not among them.
 */
final class ConformanceMatrix {
  /** Each check, each binding, each variant. */
  private final Map<Check, Map<String, Map<String, Behaviour>>> seen = new LinkedHashMap<>();

  private ConformanceMatrix() {}

  static ConformanceMatrix of(Report report) {
    ConformanceMatrix matrix = new ConformanceMatrix();
    for (RankedGroup group : report.groups()) {
      for (RankedVariant row : group.rows()) {
        if (RankedGroup.isLibrary(row)) {
          for (Behaviour fact : report.facts(group, row)) {
            matrix
                .seen
                .computeIfAbsent(fact.check(), none -> new LinkedHashMap<>())
                .computeIfAbsent(Report.binding(row), none -> new LinkedHashMap<>())
                .put(row.name(), fact);
          }
        }
      }
    }
    return matrix;
  }

  /** The formats that were checked. */
  Set<String> formats() {
    Set<String> formats = new LinkedHashSet<>();
    seen.keySet().forEach(check -> formats.add(check.format()));
    return formats;
  }

  /** The subjects of the checks of a format on which variants differ. */
  Set<String> subjects(String format) {
    Set<String> subjects = new LinkedHashSet<>();
    differing()
        .forEach(
            check -> {
              if (check.format().equals(format)) {
                subjects.add(check.subject());
              }
            });
    return subjects;
  }

  /** The checks on which variants differ in some binding. */
  List<Check> differing() {
    return seen.keySet().stream()
        .filter(check -> bindings(check).stream().anyMatch(binding -> differs(check, binding)))
        .toList();
  }

  /** The checks of a subject on which variants differ. */
  List<Check> differing(String format, String subject) {
    return differing().stream()
        .filter(check -> check.format().equals(format) && check.subject().equals(subject))
        .toList();
  }

  /** The checks of a format on which all variants agree. */
  List<Check> agreed(String format) {
    List<Check> agreed = new ArrayList<>(seen.keySet());
    agreed.removeAll(differing());
    agreed.removeIf(check -> !check.format().equals(format));
    return agreed;
  }

  /** The variants of a format, in the order in which they are first met. */
  Set<String> variants(String format) {
    Set<String> variants = new LinkedHashSet<>();
    seen.forEach(
        (check, byBinding) -> {
          if (check.format().equals(format)) {
            byBinding.values().forEach(byVariant -> variants.addAll(byVariant.keySet()));
          }
        });
    return variants;
  }

  /** The bindings in which a check was made. */
  Set<String> bindings(Check check) {
    return seen.getOrDefault(check, Map.of()).keySet();
  }

  /** Whether variants differ on a check in a binding. */
  boolean differs(Check check, String binding) {
    return answers(check, binding).size() > 1;
  }

  /** What a variant does; null if the check does not concern it. */
  @Nullable Behaviour of(Check check, String binding, String variant) {
    return seen.getOrDefault(check, Map.of()).getOrDefault(binding, Map.of()).get(variant);
  }

  /** All answers to a check, in whatever binding: those that must be first, then the most usual. */
  List<String> answers(Check check) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<Behaviour> facts =
        bindings(check).stream().flatMap(binding -> facts(check, binding).stream()).toList();
    facts.forEach(fact -> counts.merge(fact.answer(), 1L, Long::sum));
    return facts.stream()
        .sorted(
            Comparator.comparing(Behaviour::isEqual)
                .thenComparing(fact -> Objects.requireNonNullElse(counts.get(fact.answer()), 0L))
                .reversed())
        .map(Behaviour::answer)
        .distinct()
        .toList();
  }

  /** Whether some variant does what every plain variant must do. */
  boolean isExpected(Check check) {
    return bindings(check).stream()
        .flatMap(binding -> facts(check, binding).stream())
        .anyMatch(Behaviour::isEqual);
  }

  /**
   * The usual answer in a binding: the one that must be, if there is one, else the most frequent.
   */
  String usual(Check check, String binding) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Behaviour fact : facts(check, binding)) {
      if (fact.isEqual() || !isExpected(check)) {
        counts.merge(fact.answer(), 1L, Long::sum);
      }
    }
    String usual = "";
    long most = 0;
    for (Map.Entry<String, Long> answer : counts.entrySet()) {
      if (answer.getValue() > most) {
        usual = answer.getKey();
        most = answer.getValue();
      }
    }
    return usual;
  }

  private List<Behaviour> facts(Check check, String binding) {
    return List.copyOf(seen.getOrDefault(check, Map.of()).getOrDefault(binding, Map.of()).values());
  }

  private Set<String> answers(Check check, String binding) {
    Set<String> answers = new LinkedHashSet<>();
    facts(check, binding).forEach(fact -> answers.add(fact.answer()));
    return answers;
  }
}
