package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.harness.api.UsageException;

/** Which shards there are, and what each of them measures. */
class ShardTest {
  private static final String ENCODE_AND_DECODE = "JsonEncode JsonDecode MsgPackDecode";

  @Test
  void aShardIsCountedFromOneAndAJobOfKubernetesFromZero() throws UsageException {
    assertThat(Shard.of("4/4", Map.of())).isEqualTo(new Shard(4, 4));
    assertThat(Shard.of("auto/4", Map.of(Shard.VARIABLE, "0"))).hasToString("1/4");
    assertThat(Shard.of("auto/4", Map.of(Shard.VARIABLE, "3"))).hasToString("4/4");
  }

  @ParameterizedTest
  @CsvSource({
    "2, '', --shard 2 is no shard: write K/N",
    "1/0, '', --shard 1/0 leaves no shard",
    "0/4, '', 'counted from 1, so choose 1/4 to 4/4, or auto/4, which adds 1'",
    "5/4, '', --shard 5/4 does not exist",
    "auto/4, '', --shard auto/4 needs the variable JOB_COMPLETION_INDEX",
    "auto/4, 4, 'JOB_COMPLETION_INDEX=4, which counts from 0 to 3: give the Job as many'",
    "auto/4, -1, JOB_COMPLETION_INDEX=-1",
  })
  void otherShardsAreRefusedInASentence(String text, String index, String sentence) {
    assertThatThrownBy(() -> Shard.of(text, Map.of(Shard.VARIABLE, index)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void everyVariantIsInOneShardAndNoGroupIsDivided() throws UsageException {
    Plan plan = Plans.plan(ENCODE_AND_DECODE);
    ShardPlan split = ShardPlan.of(plan, 4);

    List<Plan> parts =
        List.of(1, 2, 3, 4).stream().map(index -> split.part(plan, new Shard(index, 4))).toList();
    assertThat(parts)
        .flatExtracting(Plan::supported)
        .containsExactlyInAnyOrderElementsOf(plan.supported());
    assertThat(parts)
        .flatExtracting(Plan::skipped)
        .containsExactlyInAnyOrderElementsOf(plan.skipped());
    assertThat(split.groups().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    assertThat(ShardPlan.of(Plans.plan(ENCODE_AND_DECODE), 4).groups()).isEqualTo(split.groups());
  }

  @Test
  void theLongestShardTakesLittleMoreThanItsShare() throws UsageException {
    Plan plan = Plans.plan(ENCODE_AND_DECODE);
    Duration all = ShardPlan.of(plan, 1).expected(1);
    ShardPlan halves = ShardPlan.of(plan, 2);

    assertThat(halves.expected(1).plus(halves.expected(2))).isEqualTo(all);
    assertThat(halves.expected(1))
        .isBetween(all.multipliedBy(1).dividedBy(3), all.dividedBy(3).multipliedBy(2));
    assertThat(halves.lines().get(0)).startsWith("Shard 1/2: ").contains(" min, ");
  }

  @Test
  void aPartStaysWithTheWholeAndThereIsNoEmptyShard() throws UsageException {
    Plan plan = Plans.plan("'HelloRequest.*(handle|json)'");

    assertThat(ShardPlan.of(plan, 1).groups().get(0)).hasSize(2);
    assertThatThrownBy(() -> ShardPlan.of(plan, 2))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "2 shards are too many: a ranking group is never divided, so this selection has at most"
                + " 1");
  }
}
