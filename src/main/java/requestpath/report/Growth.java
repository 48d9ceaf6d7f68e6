package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** All growths in these groups: groups that differ only in the value of one number. */
  static List<Growth> of(List<RankedGroup> groups) {
    Map<String, Growth> found = new LinkedHashMap<>();
    for (RankedGroup group : groups) {
      for (Map.Entry<String, String> parameter : group.fixed().entrySet()) {
        if (RowParameter.isNumber(parameter.getValue())) {
          TreeMap<String, String> others = new TreeMap<>(group.fixed());
          others.remove(parameter.getKey());
          String title =
              group.subject()
                  + (others.isEmpty() ? "" : " " + RankedGroup.inBrackets(others))
                  + ", "
                  + group.mode()
                  + ", "
                  + group.platform();
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
              .put(Double.parseDouble(parameter.getValue()), group);
        }
      }
    }
    return found.values().stream().filter(growth -> growth.groups().size() > 1).toList();
  }

  /** The names of all rows, sorted. */
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    groups.values().forEach(group -> group.rows().forEach(row -> names.add(row.name())));
    return new ArrayList<>(names);
  }

  /** The value of a row at a value of the parameter; NaN when it was not measured. */
  double value(String name, double at) {
    RankedGroup group = groups.get(at);
    return group == null
        ? Double.NaN
        : group.rows().stream()
            .filter(row -> row.name().equals(name))
            .mapToDouble(RankedVariant::value)
            .findFirst()
            .orElse(Double.NaN);
  }

  /** The unit of all values. */
  String unit() {
    return groups.values().iterator().next().unit();
  }
}
