package requestpath.harness.plan;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import requestpath.harness.api.UsageException;

/**
 * One of the parts into which a run is split, so that several machines can measure it.
 *
 * @param index from 1 to {@code count}
 * @param count how many shards there are
 */
public record Shard(int index, int count) {
  /**
   * The variable that tells a Pod of an Indexed Job which of them it is, from 0 on (<a
   * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode">Kubernetes:
   * completion mode</a>).
   */
  public static final String VARIABLE = "JOB_COMPLETION_INDEX";

  private static final String OPTION = "--shard ";
  private static final Pattern FORM = Pattern.compile("(auto|\\d{1,6})/(\\d{1,6})");
  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

  /**
   * Reads {@code K/N}, or {@code auto/N}, which takes K from {@value #VARIABLE} and adds 1.
   *
   * @param environment the environment variables of this process
   * @throws UsageException when it has another form, or there is no such shard
   */
  public static Shard of(String text, Map<String, String> environment) throws UsageException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UsageException(
          OPTION
              + text
              + " is no shard: write K/N, such as 1/4 for the first of four, or auto/4 in a Job of"
              + " Kubernetes");
    }
    int count = Integer.parseInt(form.group(2));
    requireSome(OPTION + text, count);
    if (form.group(1).equals("auto")) {
      return new Shard(1 + completionIndex(text, count, environment), count);
    }
    int index = Integer.parseInt(form.group(1));
    if (index < 1 || index > count) {
      throw new UsageException(
          OPTION
              + text
              + " does not exist: shards are counted from 1, so choose 1/"
              + count
              + " to "
              + count
              + "/"
              + count
              + (index == 0 ? ", or auto/" + count + ", which adds 1 to " + VARIABLE : ""));
    }
    return new Shard(index, count);
  }

  /** Refuses a number of shards below 1; the option is what the user wrote. */
  static void requireSome(String option, int count) throws UsageException {
    if (count < 1) {
      throw new UsageException(option + " leaves no shard: choose 1 shard or more");
    }
  }

  private static int completionIndex(String text, int count, Map<String, String> environment)
      throws UsageException {
    String index = environment.getOrDefault(VARIABLE, "");
    if (index.isEmpty()) {
      throw new UsageException(
          OPTION
              + text
              + " needs the variable "
              + VARIABLE
              + ", which only Indexed Jobs of Kubernetes set: write --shard 1/"
              + count
              + " to "
              + count
              + "/"
              + count
              + " elsewhere");
    }
    if (!INDEX.matcher(index).matches() || Integer.parseInt(index) >= count) {
      throw new UsageException(
          OPTION
              + text
              + " has no shard for "
              + VARIABLE
              + "="
              + index
              + ", which counts from 0 to "
              + (count - 1)
              + ": give the Job as many completions as there are shards");
    }
    return Integer.parseInt(index);
  }

  /** As it is written on the command line, with the index resolved. */
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
