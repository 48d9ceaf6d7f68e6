package requestpath.result;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameter that tells the rows of a group apart, where the run itself does not say. */
public final class RowParameter {
  private static final String LIBRARY = "library";

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,9})?([eE][-+]?\\d{1,2}|[kKMG])?");

  private RowParameter() {}

  /** Whether a parameter's value is a positive number, so that it has a place on an axis. */
  public static boolean isNumber(String value) {
    return isAnyNumber(value) && number(value) > 0;
  }

  /** A number; {@code 10K}, {@code 10M} and {@code 10G} are thousands, millions and billions. */
  public static double number(String value) {
    double unit =
        switch (value.charAt(value.length() - 1)) {
          case 'k', 'K' -> 1e3;
          case 'M' -> 1e6;
          case 'G' -> 1e9;
          default -> 1;
        };
    return unit * Double.parseDouble(unit == 1 ? value : value.substring(0, value.length() - 1));
  }

  /** Whether it is any number: then it says how much there is to do, and names no variant. */
  public static boolean isAnyNumber(String value) {
    return NUMBER.matcher(value).matches();
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
          && !values.stream().allMatch(RowParameter::isAnyNumber)) {
        return name;
      }
    }
    return "";
  }
}
