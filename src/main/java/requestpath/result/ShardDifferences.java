package requestpath.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tells shards of different runs apart. */
final class ShardDifferences {
  private static final String OPTION = "--shard";

  /** Digits of a hash that are shown. */
  private static final int SHORT_HASH = 12;

  private ShardDifferences() {}

  /**
   * Refuses shards of different runs.
   *
   * @throws ResultException naming the first difference
   */
  static void requireNone(List<ShardFiles> shards) throws ResultException {
    ShardFiles first = shards.get(0);
    Map<String, String> expected = facts(first);
    Map<String, String> inputs = new TreeMap<>(first.run().environment().inputs());
    for (ShardFiles other : shards) {
      Map<String, String> found = facts(other);
      for (Map.Entry<String, String> fact : expected.entrySet()) {
        String there = found.getOrDefault(fact.getKey(), "");
        if (!there.equals(fact.getValue())) {
          throw new ResultException(
              differ(first, other, fact.getKey(), shown(fact.getValue(), there)));
        }
      }
      // A shard records only the files that it measures.
      for (Map.Entry<String, String> input : other.run().environment().inputs().entrySet()) {
        String before = inputs.putIfAbsent(input.getKey(), input.getValue());
        if (before != null && !before.equals(input.getValue())) {
          throw new ResultException(
              differ(first, other, "file " + input.getKey(), shown(before, input.getValue())));
        }
      }
    }
  }

  private static String differ(ShardFiles first, ShardFiles other, String what, String values) {
    return first.path()
        + " and "
        + other.path()
        + " are shards of different runs, because they differ in "
        + what
        + " ("
        + values
        + "): measure "
        + other.shard().title()
        + " again with the same, or leave it out";
  }

  /** What must be the same, by what it is called. */
  private static Map<String, String> facts(ShardFiles shard) {
    RecordedEnvironment environment = shard.run().environment();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("the number of shards", String.valueOf(shard.shard().count()));
    facts.put("revision", environment.revision());
    facts.put("jar", environment.jar());
    facts.put("fixture", environment.fixture());
    facts.put("options", String.join(" ", withoutShard(environment.arguments())));
    facts.put("JVM", environment.jvm().vm());
    facts.put("JVM options from the environment", environment.jvm().variables().toString());
    facts.put("base", environment.against().label() + " " + environment.against().vm());
    facts.put("jar of the base", environment.against().jar());
    facts.put("the plan of the shards", shard.shard().plan().toString());
    return facts;
  }

  /** A command line without the option that names a shard. */
  static List<String> withoutShard(List<String> arguments) {
    return Arguments.without(arguments, List.of(OPTION));
  }

  private static String shown(String one, String other) {
    return shortened(one) + " and " + shortened(other);
  }

  private static String shortened(String text) {
    return text.isBlank()
        ? "none"
        : text.matches("[0-9a-f]{40,64}") ? text.substring(0, SHORT_HASH) : text;
  }
}
