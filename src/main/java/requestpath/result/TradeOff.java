package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Encoding and decoding of the same documents in one run.
 *
 * @param encode the group that encodes
 * @param decode the group that decodes
 * @param lines one for each variant that both have a ratio of, the fastest in both together first
 */
public record TradeOff(RankedGroup encode, RankedGroup decode, List<Line> lines) {

  /** A variant in both groups. */
  public record Line(RankedVariant encode, RankedVariant decode) {
    /** The name of the variant. */
    public String name() {
      return encode.name();
    }

    private double product() {
      return encode.ratio() * decode.ratio();
    }
  }

  /** All pairs of groups of ours that encode and decode the same on one platform. */
  public static List<TradeOff> of(List<RankedGroup> groups) {
    List<TradeOff> all = new ArrayList<>();
    for (RankedGroup encode : groups) {
      String inverse = inverse(encode.benchmark());
      groups.stream()
          .filter(decode -> decode.benchmark().equals(inverse))
          .filter(decode -> !inverse.equals(encode.benchmark()) && isAlike(encode, decode))
          .findFirst()
          .map(decode -> new TradeOff(encode, decode, lines(encode, decode)))
          .filter(pair -> pair.lines.size() > 1)
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** The libraries that no other beats in both, the fastest encoder first. */
  public List<Line> frontier() {
    return Frontier.of(
        lines.stream().filter(line -> RankedGroup.isLibrary(line.encode)).toList(),
        line -> line.encode.ratio(),
        line -> line.decode.ratio());
  }

  private static String inverse(String benchmark) {
    return benchmark
        .replace("EncodeBenchmark", "DecodeBenchmark")
        .replace(".toBytes", ".fromBytes");
  }

  private static boolean isAlike(RankedGroup encode, RankedGroup decode) {
    return encode.benchmark().startsWith("requestpath.")
        && encode.run() == decode.run()
        && encode.platform().equals(decode.platform())
        && encode.side().equals(decode.side())
        && encode.fixed().equals(decode.fixed())
        && encode.mode().equals(decode.mode());
  }

  private static List<Line> lines(RankedGroup encode, RankedGroup decode) {
    List<Line> lines = new ArrayList<>();
    for (RankedVariant row : encode.rows()) {
      decode.rows().stream()
          .filter(other -> other.name().equals(row.name()))
          .filter(other -> row.ratio() > 0 && other.ratio() > 0)
          .findFirst()
          .ifPresent(other -> lines.add(new Line(row, other)));
    }
    lines.sort(Comparator.comparingDouble(Line::product));
    return List.copyOf(lines);
  }
}
