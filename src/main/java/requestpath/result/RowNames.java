package requestpath.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as short as they can be without two of them becoming alike. */
final class RowNames {
  /** Longer values of parameters are cut. */
  private static final int LONGEST = 120;

  private static final int END = 16;

  /** Packages of a class, or directories of a path. */
  private static final Pattern PREFIX =
      Pattern.compile("(?:[\\p{L}_][\\p{L}\\p{N}_]*\\.)+|.*[/\\\\]");

  private static final Pattern SUFFIX = Pattern.compile("(?<=.)Bench(mark)?s?$");

  private RowNames() {}

  /**
   * Names without the packages or directories that all of them begin with, none too long, none
   * empty.
   */
  static List<String> shortened(List<String> names) {
    int common = names.isEmpty() || Set.copyOf(names).size() < 2 ? 0 : commonPrefix(names);
    return names.stream().map(name -> readable(name.substring(common))).toList();
  }

  /** A value of a parameter that is not too long and not invisible. */
  static String readable(String value) {
    if (value.isBlank()) {
      return "\"" + value.replaceAll("\\s", " ") + "\"";
    }
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST - END) + "…" + value.substring(value.length() - END);
  }

  /** How many characters of packages or directories all names begin with. */
  private static int commonPrefix(List<String> names) {
    String first = names.get(0);
    int alike = first.length();
    for (String name : names) {
      int i = 0;
      while (i < Math.min(alike, name.length()) && name.charAt(i) == first.charAt(i)) {
        i++;
      }
      alike = i;
    }
    Matcher prefix = PREFIX.matcher(first.substring(0, alike));
    int end = prefix.lookingAt() ? prefix.end() : 0;
    // What follows a dot and is no word, such as the end of a version, is nothing without the rest.
    boolean isPath = end > 0 && first.charAt(end - 1) != '.';
    return names.stream()
            .allMatch(
                name ->
                    name.length() > end && (isPath || Character.isLetter(name.codePointAt(end))))
        ? end
        : 0;
  }

  /** Names of classes without packages, and without a word for benchmark that all end with. */
  static List<String> ofClasses(List<String> names) {
    List<String> ends = ends(names, 1);
    boolean isSaid = ends.stream().allMatch(name -> SUFFIX.matcher(name).find());
    return isSaid
        ? ends.stream().map(name -> SUFFIX.matcher(name).replaceFirst("")).toList()
        : ends;
  }

  /**
   * Qualified names without the packages that are not needed to tell them apart: as many of their
   * last parts as it takes.
   *
   * @param parts how many parts are always kept
   */
  static List<String> ends(List<String> names, int parts) {
    int most = names.stream().mapToInt(name -> name.split("\\.").length).max().orElse(1);
    int different = Set.copyOf(names).size();
    List<String> ends = names;
    for (int keep = parts; keep <= most; keep++) {
      ends = new ArrayList<>();
      for (String name : names) {
        String[] each = name.split("\\.");
        int from = Math.max(0, each.length - keep);
        ends.add(String.join(".", List.of(each).subList(from, each.length)));
      }
      if (new HashSet<>(ends).size() == different) {
        return ends;
      }
    }
    return ends;
  }
}
