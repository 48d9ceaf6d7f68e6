package requestpath.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import requestpath.result.VariantPair.Member;

/**
 * Pairs under one heading: a group of the new side, or groups of one variant each that belong to
 * one class and differ in parameters or methods.
 *
 * @param title what is the same for all of them
 * @param variants at least one
 */
record PairBlock(String title, List<Named> variants) {
  /**
   * A pair.
   *
   * @param name what tells it from the others of its block
   */
  record Named(String name, VariantPair pair) {}

  /** All pairs in blocks, in their order. */
  static List<PairBlock> of(List<VariantPair> pairs) {
    Map<String, List<VariantPair>> blocks = new LinkedHashMap<>();
    for (VariantPair pair : pairs) {
      blocks.computeIfAbsent(key(pair.now()), none -> new ArrayList<>()).add(pair);
    }
    return blocks.values().stream()
        .map(block -> isOfGroups(block) ? ofGroups(block) : ofOneGroup(block))
        .toList();
  }

  private static String key(Member member) {
    RankedGroup group = member.group();
    return group.rows().size() > 1
        ? String.join("\u0000", group.id(), group.benchmark(), group.title(), group.platform())
        : String.join(
            "\u0000",
            member.row().measurement().className(),
            group.mode(),
            group.unit(),
            group.platform());
  }

  private static boolean isOfGroups(List<VariantPair> block) {
    return block.size() > 1 && block.get(0).now().group().rows().size() == 1;
  }

  private static PairBlock ofOneGroup(List<VariantPair> block) {
    RankedGroup group = block.get(0).now().group();
    return new PairBlock(
        group.title() + side(group),
        block.stream().map(pair -> new Named(pair.now().row().name(), pair)).toList());
  }

  private static PairBlock ofGroups(List<VariantPair> block) {
    RankedGroup first = block.get(0).now().group();
    SortedMap<String, String> constant = new TreeMap<>(first.fixed());
    block.forEach(pair -> constant.entrySet().retainAll(pair.now().group().fixed().entrySet()));
    Set<String> subjects =
        block.stream().map(pair -> pair.now().group().subject()).collect(Collectors.toSet());
    boolean isOneMethod = subjects.size() == 1;
    String subject = first.subject();
    int method = subject.lastIndexOf('.');
    String title =
        (isOneMethod
                ? subject
                : method < 0 ? "benchmarks without a class" : subject.substring(0, method))
            + (constant.isEmpty() ? "" : " " + RankedGroup.inBrackets(constant))
            + (first.mode().isEmpty() ? "" : ", " + first.mode());
    return new PairBlock(
        title + side(first),
        block.stream()
            .map(pair -> new Named(name(pair.now(), constant, isOneMethod), pair))
            .toList());
  }

  /**
   * The method where methods differ, another name of the variant, and the parameters that differ.
   */
  private static String name(
      Member member, SortedMap<String, String> constant, boolean isOneMethod) {
    List<String> parts = new ArrayList<>();
    String method = member.row().measurement().method();
    if (!isOneMethod) {
      parts.add(method);
    }
    if (!member.row().name().equals(method)) {
      parts.add(member.row().name());
    }
    member
        .group()
        .fixed()
        .forEach(
            (name, value) -> {
              if (!constant.containsKey(name)) {
                parts.add(name + "=" + value);
              }
            });
    return parts.isEmpty() ? member.row().name() : String.join(" ", parts);
  }

  private static String side(RankedGroup group) {
    return group.side().equals(RowKey.AGAINST) ? ", base" : "";
  }
}
