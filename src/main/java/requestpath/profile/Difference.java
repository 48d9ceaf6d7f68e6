package requestpath.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Two rows compared by what each frame takes of one operation, so that the slower one is not drawn
 * as large as the faster one.
 *
 * @param path what was measured of the one
 * @param scale by what its weights are multiplied: to picoseconds or bytes of one operation, or to
 *     millionths of the whole where that is not known
 * @param other what was measured of the other
 * @param otherScale the same for it
 * @param unit what scaled weights count
 */
record Difference(
    MeasuredPath path, double scale, MeasuredPath other, double otherScale, String unit) {
  /** Differences that are listed. */
  private static final int LISTED = 6;

  private static final double MILLION = 1e6;
  private static final double PICOS_A_NANO = 1000;
  private static final String PICOS = "ps of one operation";
  private static final String BYTES = "bytes of one operation";

  /** Compares two rows. */
  static Difference of(Row row, MeasuredPath path, Row against, MeasuredPath other) {
    OptionalDouble here = ofOperation(row, path.event());
    OptionalDouble there = ofOperation(against, path.event());
    boolean isKnown = here.isPresent() && there.isPresent();
    return new Difference(
        path,
        (isKnown ? here.getAsDouble() : MILLION) / path.total(),
        other,
        (isKnown ? there.getAsDouble() : MILLION) / other.total(),
        isKnown ? path.event() == Event.ALLOC ? BYTES : PICOS : "millionths of the whole");
  }

  /** What one operation takes, in bytes or, as widths are whole numbers, in picoseconds. */
  private static OptionalDouble ofOperation(Row row, Event event) {
    return switch (event) {
      case ALLOC -> row.bytes();
      case CPU, WALL ->
          row.nanos().isPresent()
              ? OptionalDouble.of(PICOS_A_NANO * row.nanos().getAsDouble())
              : OptionalDouble.empty();
      case LOCK -> OptionalDouble.empty();
    };
  }

  /** The frames that differ the most, with their own time or bytes. */
  List<String> lines() {
    Map<SelfShares.Key, Double> here = SelfShares.of(path).byFrame();
    Map<SelfShares.Key, Double> there = SelfShares.of(other).byFrame();
    double whole = scale * path.total();
    double otherWhole = otherScale * other.total();
    record Change(SelfShares.Key frame, double change) {}
    Set<SelfShares.Key> frames = new HashSet<>(here.keySet());
    frames.addAll(there.keySet());
    List<String> lines = new ArrayList<>();
    frames.stream()
        .map(
            frame ->
                new Change(
                    frame,
                    whole * here.getOrDefault(frame, 0.0)
                        - otherWhole * there.getOrDefault(frame, 0.0)))
        .sorted(
            Comparator.comparingDouble((Change change) -> -Math.abs(change.change()))
                .thenComparing(change -> change.frame().name()))
        .limit(LISTED)
        .forEach(
            change ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%s  %-7s  %s",
                        amount(change.change()),
                        change.frame().owner().title(),
                        change.frame().name())));
    return lines;
  }

  private String amount(double change) {
    if (unit.equals(PICOS)) {
      return String.format(Locale.ROOT, "%+,14.1f ns/op", change / PICOS_A_NANO);
    }
    return unit.equals(BYTES)
        ? String.format(Locale.ROOT, "%+,14.0f B/op", change)
        : String.format(Locale.ROOT, "%+14.1f points", change / MILLION * 100);
  }
}
