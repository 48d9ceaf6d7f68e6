package requestpath.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is found out from some runs: computed here, and only shown elsewhere.
 *
 * @param runs that it is made from
 * @param groups of all runs, in their order
 * @param sides groups that one run measured on two sides
 * @param parts rows that do a part of another's work
 */
public record Judgement(
    List<RecordedRun> runs,
    List<RankedGroup> groups,
    List<JudgedSides> sides,
    List<JudgedPart> parts) {

  /**
   * Judges some runs, each by itself.
   *
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  public static Judgement of(List<RecordedRun> runs, String baseline) {
    List<RankedGroup> all = new ArrayList<>();
    List<JudgedSides> sides = new ArrayList<>();
    List<JudgedPart> parts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < runs.size(); i++) {
      List<RankedGroup> groups = new ArrayList<>();
      for (RankedGroup group : Judge.groups(runs.get(i), i, baseline)) {
        String id = group.id();
        for (int again = 2; !ids.add(id); again++) {
          id = group.id() + "-" + again;
        }
        groups.add(group.withId(id));
      }
      all.addAll(groups);
      sides.addAll(JudgedSides.of(groups));
      parts.addAll(JudgedPart.of(runs.get(i), groups));
    }
    return new Judgement(
        List.copyOf(runs), List.copyOf(all), List.copyOf(sides), List.copyOf(parts));
  }

  /**
   * What the controls say of the machine, over all groups.
   *
   * @param groups that have a control
   * @param failed those whose baseline differs from itself, the clearest first
   * @param farthest how far a baseline is from itself at most, as a fraction
   * @param precision how far the widest interval of a control reaches to either side
   */
  public record Controls(
      List<RankedGroup> groups, List<RankedGroup> failed, double farthest, double precision) {
    /** A control that is known to less, as a fraction, could hide what it is to show. */
    private static final double LEAST_PRECISION = 0.5;

    /** Whether the controls are known too little to show that the machine was quiet. */
    public boolean isInconclusive() {
      return precision > LEAST_PRECISION;
    }

    /** The same of one control. */
    public static boolean isInconclusive(Verdict control) {
      return control.isInconclusive() || control.comparison().precision() > LEAST_PRECISION;
    }
  }

  /** What the controls say; empty where there are none. */
  public Optional<Controls> controls() {
    List<RankedGroup> controlled = new ArrayList<>();
    List<RankedGroup> failed = new ArrayList<>();
    double farthest = 0;
    double precision = 0;
    for (RankedGroup group : groups) {
      Verdict control = group.control();
      if (control != null) {
        controlled.add(group);
        farthest = Math.max(farthest, Math.expm1(Math.abs(Math.log(control.ratio()))));
        precision = Math.max(precision, control.comparison().precision());
        if (control.isDifferent()) {
          failed.add(group);
        }
      }
    }
    failed.sort((a, b) -> Double.compare(probability(a), probability(b)));
    return controlled.isEmpty()
        ? Optional.empty()
        : Optional.of(new Controls(controlled, failed, farthest, precision));
  }

  /** How many ratios of a run there are, and how many of them are known as well as was asked. */
  public record Precision(long known, long ratios) {}

  /** How well the ratios of a run are known. */
  public Precision precision(RecordedRun run) {
    List<Verdict> verdicts =
        groups.stream()
            .filter(group -> group.run() == runs.indexOf(run))
            .flatMap(group -> group.rows().stream())
            .flatMap(row -> Optional.ofNullable(row.verdict()).stream())
            .toList();
    long known =
        verdicts.stream()
            .filter(verdict -> verdict.comparison().isKnownTo(run.precision()))
            .count();
    return new Precision(known, verdicts.size());
  }

  private static double probability(RankedGroup group) {
    Verdict control = group.control();
    return control == null ? 1 : control.comparison().probability();
  }
}
