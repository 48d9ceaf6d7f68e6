package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import requestpath.result.Race;
import requestpath.result.Row;

/** What a race for the fastest variant found, in words. */
final class RaceTexts {
  private RaceTexts() {}

  /** Who leads, in a sentence without a full stop. */
  static String leading(Race race) {
    List<String> names = race.leaders().stream().map(Row::name).toList();
    int all = race.leaders().size() + race.left().size();
    return names.size() == 1
        ? names.get(0) + " is the fastest of " + all
        : Words.listed(names)
            + " may be the fastest of "
            + all
            + ": after "
            + race.leaders().get(0).forks().size()
            + " rounds none of them is shown to be slower";
  }

  /** Those that left a race, by what was faster: each with how much slower it is at least. */
  static List<String> left(Race race) {
    Map<String, List<String>> slower = new TreeMap<>();
    race.left().stream()
        .sorted(Comparator.comparingDouble(Race.Left::atLeast))
        .forEach(
            left ->
                slower
                    .computeIfAbsent(left.faster(), none -> new ArrayList<>())
                    .add(
                        String.format(
                            Locale.ROOT, "%s at least %.2fx", left.row(), left.atLeast())));
    return slower.entrySet().stream()
        .map(each -> "Slower than " + each.getKey() + ": " + String.join(", ", each.getValue()))
        .toList();
  }
}
