package requestpath.result;

import java.util.List;
import java.util.Set;

/** The parameter that tells the rows of a group apart, where the run itself does not say. */
public final class RowParameter {
  private static final String LIBRARY = "library";

  private RowParameter() {}

  /** Whether a parameter's value is a positive number. */
  public static boolean isNumber(String value) {
    return value.matches("\\d{1,15}(\\.\\d{1,9})?") && Double.parseDouble(value) > 0;
  }

  /** Its name; empty where rows are told apart by their methods. */
  static String of(List<Measurement> members) {
    Set<String> names = members.get(0).parameters().keySet();
    if (names.contains(LIBRARY)) {
      return LIBRARY;
    }
    if (members.stream().map(Measurement::benchmark).distinct().count() > 1) {
      return "";
    }
    for (String name : names) {
      List<String> values =
          members.stream()
              .map(member -> member.parameters().getOrDefault(name, ""))
              .distinct()
              .toList();
      if (values.size() > 1
          && !name.equals(RowKey.SIDE)
          && !values.stream().allMatch(RowParameter::isNumber)) {
        return name;
      }
    }
    return "";
  }
}
