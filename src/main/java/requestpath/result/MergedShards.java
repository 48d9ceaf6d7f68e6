package requestpath.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shards of one run, merged into a run directory. Every group is still from one machine: groups
 * are never divided, and nothing is computed here.
 *
 * @param shards with their results
 * @param problems what is missing, lost or not finished, a sentence each without a full stop
 * @param files of the merged run directory: their texts by their names
 */
public record MergedShards(
    List<RecordedRun> shards, List<String> problems, Map<String, String> files) {
  /** The fields of {@code environment.json} that belong to one shard alone. */
  private static final List<String> OF_ONE = List.of("shard", "sessions", "steal", "seed");

  /** Whether any of these paths is the run directory of a shard. */
  public static boolean areIn(List<Path> paths) throws ResultException {
    for (Path path : paths) {
      if (ShardFiles.shard(path).isPart()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads shards.
   *
   * @param paths the run directories of shards of one run
   * @throws ResultException when one is no shard, one is there twice, they differ in revision,
   *     fixture, options or JVM, or none has results
   */
  public static MergedShards of(List<Path> paths) throws ResultException {
    List<String> problems = new ArrayList<>();
    Map<Integer, ShardFiles> byIndex = new TreeMap<>();
    Map<Integer, Path> seen = new TreeMap<>();
    Set<Integer> lost = new TreeSet<>();
    for (Path path : paths) {
      RecordedShard shard = ShardFiles.shard(path);
      requireShard(path, shard);
      Path twin = seen.put(shard.index(), path);
      if (twin != null) {
        throw new ResultException(
            twin + " and " + path + " are both " + shard.title() + ": name only one of them");
      }
      if (ResultFiles.in(path).isEmpty()) {
        lost.add(shard.index());
        problems.add(
            sentence(shard.title())
                + " is lost: "
                + path
                + " has no results; measure it with --resume "
                + path);
      } else {
        byIndex.put(shard.index(), ShardFiles.read(path));
      }
    }
    List<ShardFiles> shards = List.copyOf(byIndex.values());
    if (shards.isEmpty()) {
      throw new ResultException("no shard has results: " + String.join("; ", problems));
    }
    ShardDifferences.requireNone(shards);
    RecordedShard first = shards.get(0).shard();
    for (int index = 1; index <= first.count(); index++) {
      RecordedShard shard = new RecordedShard(index, first.count(), first.plan());
      ShardFiles found = byIndex.get(index);
      if (found != null) {
        problems.addAll(unfinished(found));
      } else if (!lost.contains(index)) {
        problems.add(
            sentence(shard.title()) + " is missing: it has " + String.join("; ", shard.groups()));
      }
    }
    List<String> notes = new ArrayList<>(problems);
    notes.addAll(machines(shards));
    return new MergedShards(
        runs(shards),
        List.copyOf(problems),
        Map.of(
            ResultFiles.RESULTS,
            results(shards),
            ResultFiles.ROUNDS,
            new RecordedRounds(groups(runs(shards))).json(),
            ResultFiles.ENVIRONMENT,
            environment(shards, problems, notes)));
  }

  /**
   * The merged run, as it will be read from a directory that has its files.
   *
   * @param directory of the merged run
   */
  public RecordedRun run(Path directory) throws ResultException {
    return new RecordedRun(
        directory,
        shards.stream().flatMap(run -> run.measurements().stream()).toList(),
        new RecordedRounds(groups(shards)),
        ResultFiles.parsed(
            directory.resolve(ResultFiles.ENVIRONMENT),
            files.getOrDefault(ResultFiles.ENVIRONMENT, ""),
            new TypeReference<>() {}),
        true,
        List.of(),
        CompareBy.GUESS);
  }

  private static List<RecordedRun> runs(List<ShardFiles> shards) {
    return shards.stream().map(ShardFiles::run).toList();
  }

  private static List<RecordedRounds.Group> groups(List<RecordedRun> runs) {
    return runs.stream().flatMap(run -> run.rounds().groups().stream()).toList();
  }

  private static void requireShard(Path path, RecordedShard shard) throws ResultException {
    if (!shard.isPart()) {
      throw new ResultException(
          path
              + " is not a shard, but others are: name only the run directories of the shards of one"
              + " run");
    }
  }

  /** What a shard that has results does not have. */
  private static List<String> unfinished(ShardFiles found) {
    List<String> unfinished = new ArrayList<>();
    RecordedShard shard = found.shard();
    if (found.run().environment().ended().isEmpty()) {
      unfinished.add(
          sentence(shard.title())
              + " is not finished: it was interrupted, or still runs; finish it with --resume "
              + found.path());
    }
    List<String> groups =
        found.run().rounds().groups().stream().map(RecordedRounds.Group::title).toList();
    List<String> without =
        shard.groups().stream().filter(title -> !groups.contains(title)).toList();
    if (!without.isEmpty()) {
      unfinished.add(sentence(shard.title()) + " has no results of: " + String.join("; ", without));
    }
    return unfinished;
  }

  private static String sentence(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  /** Names the machines, if they differ. */
  private static List<String> machines(List<ShardFiles> shards) {
    Map<String, List<String>> machines = new LinkedHashMap<>();
    for (ShardFiles shard : shards) {
      machines
          .computeIfAbsent(shard.machine(), none -> new ArrayList<>())
          .add(String.valueOf(shard.shard().index()));
    }
    if (machines.size() == 1) {
      return List.of();
    }
    List<String> named = new ArrayList<>();
    machines.forEach(
        (machine, indexes) ->
            named.add(
                (indexes.size() == 1 ? "shard " : "shards ")
                    + String.join(", ", indexes)
                    + " on "
                    + (machine.isEmpty() ? "an unknown machine" : machine)));
    return List.of(
        "The machines differ: "
            + String.join("; ", named)
            + "; compare only figures of one machine");
  }

  private static String results(List<ShardFiles> shards) throws ResultException {
    List<String> results = new ArrayList<>();
    for (ShardFiles shard : shards) {
      results.add(shard.results());
    }
    return "[\n    " + String.join(",\n    ", results) + "\n]\n";
  }

  private static String environment(
      List<ShardFiles> shards, List<String> problems, List<String> notes) {
    ObjectNode merged = shards.get(0).environment().deepCopy();
    merged.remove(OF_ONE);
    ArrayNode arguments = merged.putArray("arguments");
    ShardDifferences.withoutShard(shards.get(0).run().environment().arguments())
        .forEach(arguments::add);
    Set<String> machines = new LinkedHashSet<>();
    shards.forEach(shard -> machines.add(shard.machine()));
    if (machines.size() > 1) {
      merged.putObject("machine").put("cpu", String.join(" and ", machines));
    }
    merged.remove("ended");
    List<String> started =
        shards.stream().map(shard -> shard.run().environment().started()).sorted().toList();
    List<String> ended =
        shards.stream().map(shard -> shard.run().environment().ended()).sorted().toList();
    merged.put("started", started.get(0));
    if (problems.isEmpty()) {
      merged.put("ended", ended.get(ended.size() - 1));
    }
    for (String list : List.of("warnings", "failures", "skipped")) {
      Set<JsonNode> all = new LinkedHashSet<>();
      shards.forEach(shard -> shard.environment().path(list).forEach(all::add));
      merged.putArray(list).addAll(all);
    }
    ObjectNode inputs = merged.putObject("inputs");
    for (ShardFiles shard : shards) {
      shard.run().environment().inputs().forEach(inputs::put);
    }
    notes.forEach(merged.putArray("mergeNotes")::add);
    ArrayNode all = merged.putArray("shards");
    shards.forEach(shard -> all.add(shard.environment().deepCopy()));
    // The page shows the shards; the first of them says what is to be known of all.
    notes.forEach(((ObjectNode) all.get(0)).putArray("mergeNotes")::add);
    try {
      return ResultFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON is always JSON", e);
    }
  }
}
