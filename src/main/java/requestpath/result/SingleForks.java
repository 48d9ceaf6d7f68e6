package requestpath.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import requestpath.result.Grouping.Member;
import requestpath.result.Grouping.Members;

/**
 * Puts variants of single forks that are alone in their groups into one group for each class: of
 * such variants nothing is ranked, and hundreds of groups of one cannot be read.
 */
final class SingleForks {
  private SingleForks() {}

  /** The groups, in their order; a new one stands where its first variant stood. */
  static List<Members> merged(List<Members> groups, RecordedRun run) {
    if (!run.compareBy().isGuess()) {
      return groups;
    }
    Map<List<Object>, List<Members>> merged = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Members group = groups.get(i);
      Measurement first = group.first().measurement();
      boolean isSingle =
          group.members().size() == 1
              && group.first().recorded() == null
              && first.forks().size() < 2;
      List<Object> key =
          isSingle
              ? List.of(
                  first.className(),
                  group.fixed().keySet(),
                  first.mode(),
                  first.unit(),
                  first.side(),
                  group.platform())
              : List.of(i);
      merged.computeIfAbsent(key, none -> new ArrayList<>()).add(group);
    }
    return merged.values().stream()
        .map(alike -> alike.size() == 1 ? alike.get(0) : merged(alike))
        .toList();
  }

  private static Members merged(List<Members> groups) {
    Members first = groups.get(0);
    SortedMap<String, String> constant = new TreeMap<>(first.fixed());
    groups.forEach(group -> constant.entrySet().retainAll(group.fixed().entrySet()));
    boolean isOneMethod = groups.stream().map(Members::benchmark).distinct().count() == 1;
    List<Member> members = new ArrayList<>();
    for (Members group : groups) {
      Member member = group.first();
      StringJoiner name = new StringJoiner(" ");
      if (!isOneMethod || constant.equals(group.fixed())) {
        name.add(member.name());
      }
      group
          .fixed()
          .forEach(
              (parameter, value) -> {
                if (!constant.containsKey(parameter)) {
                  name.add(parameter + "=" + value);
                }
              });
      members.add(new Member(name.toString(), member.measurement(), null));
    }
    String className = first.first().measurement().className();
    String subject = className.substring(className.lastIndexOf('.') + 1);
    return isOneMethod || className.isEmpty()
        ? new Members(first.benchmark(), first.subject(), constant, first.platform(), members)
        : new Members(className, subject, constant, first.platform(), members);
  }
}
