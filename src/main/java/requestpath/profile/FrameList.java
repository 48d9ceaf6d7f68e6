package requestpath.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The frames in which the most was sampled, for a terminal. */
final class FrameList {
  /** The graph has all of them. */
  private static final int LISTED = 12;

  /** A smaller share would read 0.0%. */
  static final double LEAST = 0.0005;

  private FrameList() {}

  /** What was sampled, whose it is, and the greatest frames; their shares add up to all of it. */
  static List<String> lines(MeasuredPath path) {
    List<String> lines = new ArrayList<>();
    long total = path.total();
    if (total == 0) {
      lines.add(path.event().title() + ": nothing was sampled below the benchmark method");
      path.sentence().ifPresent(sentence -> lines.add("  " + sentence));
      return lines;
    }
    SelfShares shares = SelfShares.of(path);
    lines.add(
        String.format(
            Locale.ROOT,
            "%s of the benchmark method, %,d %s: %s",
            path.event().title(),
            total,
            path.event().unit(),
            shares.byOwner().entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(owner -> owner.getKey().title() + " " + percent(owner.getValue()).strip())
                .collect(Collectors.joining(", "))));
    path.sentence().ifPresent(sentence -> lines.add("  " + sentence));
    List<SelfShares.Entry> entries = shares.frames();
    int listed =
        (int) entries.stream().limit(LISTED).filter(entry -> entry.share() >= LEAST).count();
    entries.stream().limit(listed).map(FrameList::line).forEach(lines::add);
    if (entries.size() > listed) {
      List<SelfShares.Entry> others = entries.subList(listed, entries.size());
      lines.add(
          percent(others.stream().mapToDouble(SelfShares.Entry::share).sum())
              + "           "
              + others.size()
              + (others.size() == 1 ? " other frame" : " other frames"));
    }
    return lines;
  }

  private static String line(SelfShares.Entry entry) {
    return String.format(
        Locale.ROOT,
        "%s  %-7s  %s%s",
        percent(entry.share()),
        entry.frame().owner().title(),
        entry.frame().name(),
        entry.caller().map(caller -> " < " + caller).orElse(""));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%6.1f%%", 100 * share);
  }
}
