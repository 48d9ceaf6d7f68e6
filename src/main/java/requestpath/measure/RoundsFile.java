package requestpath.measure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import requestpath.result.ForkStatistic;
import requestpath.result.Row;

/**
 * What a result file of JMH has no place for: which rows are compared with which, the round of each
 * fork, its value, its warm-up, and the controls.
 */
final class RoundsFile {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final MathContext DIGITS = new MathContext(4);

  private RoundsFile() {}

  /** {@code rounds.json}. */
  static String of(Groups groups) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode array = root.putArray("groups");
    Map<String, ArrayNode> rowsOfGroup = new LinkedHashMap<>();
    for (Combination combination : groups.all()) {
      if (groups.forks(combination).isEmpty()) {
        continue;
      }
      rowsOfGroup
          .computeIfAbsent(
              combination.side() + combination.place().group(),
              none -> group(array.addObject(), combination, groups))
          .add(row(combination, groups));
    }
    return root.toPrettyString() + "\n";
  }

  private static ArrayNode group(ObjectNode group, Combination combination, Groups groups) {
    group.put("title", combination.place().group());
    group.put("benchmark", combination.place().benchmark());
    group.put("mode", combination.mode().shortLabel());
    group.put("unit", groups.forks(combination).firstEntry().getValue().result().getScoreUnit());
    group.put("baseline", combination.place().baseline());
    group.put("statistic", combination.recipe().statistic().name());
    group.put(Side.PARAMETER, combination.side().label());
    return group.putArray("rows");
  }

  private static ObjectNode row(Combination combination, Groups groups) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", combination.place().name());
    node.put("benchmark", combination.benchmark());
    ObjectNode parameters = node.putObject("params");
    combination.parameters().forEach(parameters::put);
    combination.place().wholes().forEach(node.withArray("partOf")::add);
    node.put("control", combination.isControl());
    node.put("statistic", combination.recipe().statistic().name());
    ArrayNode forks = node.putArray("forks");
    Row row = groups.row(combination);
    groups
        .forks(combination)
        .forEach(
            (round, ended) -> {
              double[] times = Groups.scores(ended.result());
              ObjectNode fork = forks.addObject();
              fork.put("round", round);
              fork.put("value", row.statistic().of(times));
              fork.put("mean", ForkStatistic.MEAN.of(times));
              ArrayNode warmUp = fork.putArray("warmUp");
              for (double time : ended.warmUp()) {
                warmUp.add(rounded(time));
              }
            });
    return node;
  }

  /** Four digits show where a row is steady. */
  private static double rounded(double time) {
    return Double.isFinite(time) ? new BigDecimal(time).round(DIGITS).doubleValue() : 0;
  }
}
