package requestpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The examples to copy have only fields that exist: of Kubernetes by the classes that fabric8 makes
 * from its OpenAPI schema, of GitHub by the names in <a
 * href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">its
 * workflow syntax</a>.
 */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of(".github", "examples");
  private static final Pattern CONTEXT = Pattern.compile("\\$\\{\\{\\s*!?(\\w+)([.(])([\\w-]*)");

  private static final Set<String> OF_A_WORKFLOW =
      Set.of("name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs");
  private static final Set<String> OF_A_JOB =
      Set.of(
          "name",
          "permissions",
          "needs",
          "if",
          "runs-on",
          "environment",
          "concurrency",
          "outputs",
          "env",
          "defaults",
          "steps",
          "timeout-minutes",
          "strategy",
          "continue-on-error",
          "container",
          "services");
  private static final Set<String> OF_A_STRATEGY = Set.of("matrix", "fail-fast", "max-parallel");
  private static final Set<String> OF_A_STEP =
      Set.of(
          "id",
          "if",
          "name",
          "uses",
          "run",
          "working-directory",
          "shell",
          "with",
          "env",
          "continue-on-error",
          "timeout-minutes");
  private static final Set<String> CONTEXTS =
      Set.of("github", "env", "steps", "strategy", "matrix", "needs", "cancelled", "always");

  /** The classes of the model would keep unknown fields. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                  return false;
                }
              })
          .build();

  @Test
  void theJobOfKubernetesIsValidAndHasAPodForEachShard() throws IOException {
    String[] documents =
        Files.readString(EXAMPLES.resolve("shards.k8s.yml")).split("(?m)^---$", -1);
    PersistentVolumeClaim claim = STRICT.readValue(documents[0], PersistentVolumeClaim.class);
    Job job = STRICT.readValue(documents[1], Job.class);

    JobSpec spec = job.getSpec();
    assertThat(spec.getCompletionMode()).isEqualTo("Indexed");
    assertThat(spec.getParallelism()).isEqualTo(spec.getCompletions());
    var pod = spec.getTemplate().getSpec();
    var container = pod.getContainers().get(0);
    assertThat(container.getArgs().get(0)).contains("--shard auto/" + spec.getCompletions() + " ");
    assertThat(container.getResources().getRequests())
        .isEqualTo(container.getResources().getLimits());
    assertThat(pod.getVolumes().get(1).getPersistentVolumeClaim().getClaimName())
        .isEqualTo(claim.getMetadata().getName());
    String typo = documents[1].replace("completionMode", "completionmode");
    assertThatThrownBy(() -> STRICT.readValue(typo, Job.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("completionmode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare.yml", "pages.yml", "shards.yml"})
  void aWorkflowHasOnlyFieldsThatGitHubKnows(String name) throws IOException {
    assertThat(problems(STRICT.readTree(Files.readString(EXAMPLES.resolve(name))))).isEmpty();
  }

  @Test
  void wrongFieldsOfAWorkflowAreFound() {
    JsonNode workflow =
        STRICT.readTree(
            """
            on: push
            jobs:
              one:
                runs_on: ubuntu-latest
                needs: two
                strategy: {matrix: {shard: [1]}}
                steps:
                  - name: neither
                  - run: echo ${{ matrix.chard }} ${{ matrx.shard }}
            """);

    assertThat(problems(workflow))
        .containsExactlyInAnyOrder(
            "job one has runs_on",
            "job one needs two",
            "a step of one neither runs nor uses something, or does both",
            "one has no matrix.chard",
            "there is no context matrx");
  }

  @Test
  void theMatrixOfShardsGivesEachJobItsShard() throws IOException {
    JsonNode jobs = STRICT.readTree(Files.readString(EXAMPLES.resolve("shards.yml"))).path("jobs");
    List<Integer> shards = new ArrayList<>();
    jobs.path("measure")
        .path("strategy")
        .path("matrix")
        .path("shard")
        .forEach(shard -> shards.add(shard.asInt()));

    assertThat(shards)
        .isNotEmpty()
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(1)
        .endsWith(shards.size());
    assertThat(jobs.path("measure").toString())
        .contains("--shard ${{ matrix.shard }}/${{ strategy.job-total }} ");
  }

  private static List<String> problems(JsonNode workflow) {
    List<String> problems = new ArrayList<>();
    unknown(workflow, OF_A_WORKFLOW).forEach(field -> problems.add("the workflow has " + field));
    JsonNode jobs = workflow.path("jobs");
    for (String name : jobs.propertyNames()) {
      JsonNode job = jobs.path(name);
      unknown(job, OF_A_JOB).forEach(field -> problems.add("job " + name + " has " + field));
      unknown(job.path("strategy"), OF_A_STRATEGY)
          .forEach(field -> problems.add("the strategy of " + name + " has " + field));
      String needed = job.path("needs").asString("");
      if (!needed.isEmpty() && !jobs.has(needed)) {
        problems.add("job " + name + " needs " + needed);
      }
      for (JsonNode step : job.path("steps")) {
        unknown(step, OF_A_STEP)
            .forEach(field -> problems.add("a step of " + name + " has " + field));
        if (step.has("run") == step.has("uses")) {
          problems.add("a step of " + name + " neither runs nor uses something, or does both");
        }
      }
      Matcher context = CONTEXT.matcher(job.toString());
      while (context.find()) {
        if (!CONTEXTS.contains(context.group(1))) {
          problems.add("there is no context " + context.group(1));
        } else if (context.group(1).equals("matrix")
            && !job.path("strategy").path("matrix").has(context.group(3))) {
          problems.add(name + " has no matrix." + context.group(3));
        }
      }
    }
    return problems;
  }

  private static Set<String> unknown(JsonNode node, Set<String> known) {
    Set<String> unknown = new TreeSet<>(node.propertyNames());
    unknown.removeAll(known);
    return unknown;
  }
}
