package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RowParameter;

/**
 * How time grows with a parameter that is a number.
 *
 * @param title what stays the same
 * @param parameter the one that changes
 * @param groups of the same work, by its values
 */
record Growth(String title, String parameter, Map<Double, RankedGroup> groups) {

  /**
   * All growths in these groups: groups that differ only in the value of one number, and variants
   * of one group that differ in numbers.
   */
  static List<Growth> of(List<RankedGroup> groups) {
    Map<String, Growth> found = new LinkedHashMap<>();
    for (RankedGroup group : groups) {
      for (Map.Entry<String, String> parameter : group.fixed().entrySet()) {
        if (RowParameter.isNumber(parameter.getValue())) {
          TreeMap<String, String> others = new TreeMap<>(group.fixed());
          others.remove(parameter.getKey());
          String title = title(group, others);
          found
              .computeIfAbsent(
                  group.run()
                      + parameter.getKey()
                      + "\u0000"
                      + group.benchmark()
                      + title
                      + group.unit(),
                  none -> new Growth(title, parameter.getKey(), new TreeMap<>()))
              .groups()
              .put(RowParameter.number(parameter.getValue()), group);
        }
      }
      found.putAll(within(group));
    }
    return found.values().stream().filter(growth -> growth.groups().size() > 1).toList();
  }

  private static String title(RankedGroup group, Map<String, String> constant) {
    return group.subject()
        + (constant.isEmpty() ? "" : " " + RankedGroup.inBrackets(constant))
        + ", "
        + group.mode()
        + ", "
        + group.platform();
  }

  /** Of a group whose variants differ in numbers: for each of these one, by a key of its own. */
  private static Map<String, Growth> within(RankedGroup group) {
    TreeSet<String> numbers = new TreeSet<>();
    for (RankedVariant row : group.rows()) {
      numbers.addAll(row.measurement().parameters().keySet());
    }
    numbers.removeAll(group.fixed().keySet());
    numbers.removeIf(
        name ->
            !group.rows().stream()
                .map(row -> row.measurement().parameters().getOrDefault(name, ""))
                .allMatch(RowParameter::isAnyNumber));
    Map<String, Growth> growths = new LinkedHashMap<>();
    for (String number : numbers) {
      Map<String, List<RankedVariant>> byValue = new TreeMap<>();
      for (RankedVariant row : group.rows()) {
        String value = row.measurement().parameters().getOrDefault(number, "");
        if (RowParameter.isNumber(value)) {
          byValue
              .computeIfAbsent(value, none -> new ArrayList<>())
              .add(row.named(nameWithout(number, group, row)));
        }
      }
      Growth growth = new Growth(title(group, group.fixed()), number, new TreeMap<>());
      byValue.forEach(
          (value, rows) ->
              growth
                  .groups()
                  .put(RowParameter.number(value), group.part(Map.of(number, value), rows)));
      growths.put(group.id() + "\u0000" + number, growth);
    }
    return growths;
  }

  /** The method where there are several, and what else tells a variant apart. */
  private static String nameWithout(String number, RankedGroup group, RankedVariant row) {
    String method = row.measurement().method();
    boolean isOnly =
        group.rows().stream().allMatch(each -> each.measurement().method().equals(method));
    StringJoiner name = new StringJoiner(" ");
    if (!isOnly) {
      name.add(method);
    }
    row.measurement()
        .parameters()
        .forEach(
            (parameter, value) -> {
              if (!group.fixed().containsKey(parameter) && !parameter.equals(number)) {
                name.add(parameter + "=" + value);
              }
            });
    return name.length() == 0 ? method : name.toString();
  }

  /** The names of all rows, sorted. */
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    groups.values().forEach(group -> group.rows().forEach(row -> names.add(row.name())));
    return new ArrayList<>(names);
  }

  /** The value of a row at a value of the parameter; NaN when it was not measured. */
  double value(String name, double at) {
    return row(name, at).map(RankedVariant::value).orElse(Double.NaN);
  }

  /**
   * The time of an operation divided by the parameter: constant if twice the work takes twice the
   * time. NaN when it was not measured.
   */
  double timePerOne(String name, double at) {
    return row(name, at)
            .map(
                row ->
                    row.forks() == null && !row.measurement().isThroughput()
                        ? row.value()
                        : row.time())
            .orElse(Double.NaN)
        / at;
  }

  private Optional<RankedVariant> row(String name, double at) {
    RankedGroup group = groups.get(at);
    return group == null
        ? Optional.empty()
        : group.rows().stream().filter(row -> row.name().equals(name)).findFirst();
  }

  /** The name that ratios refer to in all groups; empty when they differ. */
  String baseline() {
    List<String> baselines =
        groups.values().stream().map(RankedGroup::baseline).distinct().toList();
    return baselines.size() == 1 ? baselines.get(0) : "";
  }

  /** The unit of all values. */
  String unit() {
    return groups.values().iterator().next().unit();
  }
}
