package requestpath.harness.plan;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import requestpath.harness.api.JudgedBy;
import requestpath.harness.api.OnlyWhenNamed;
import requestpath.harness.api.PartOf;
import requestpath.result.ForkStatistic;

/** What the annotations on a benchmark method declare. */
final class Declarations {
  /** Stands for any other method name. */
  private static final String ANY_OTHER = "zzz";

  private final Class<?> benchmarkClass;
  private final Method method;

  /**
   * For one method.
   *
   * @param benchmark the qualified name, as JMH lists it
   */
  Declarations(Class<?> benchmarkClass, String benchmark) {
    this.benchmarkClass = benchmarkClass;
    this.method = method(benchmarkClass, benchmark.substring(benchmark.lastIndexOf('.') + 1));
  }

  private static Method method(Class<?> benchmarkClass, String name) {
    return Arrays.stream(benchmarkClass.getMethods())
        .filter(each -> each.getName().equals(name) && each.isAnnotationPresent(Benchmark.class))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    benchmarkClass.getName() + " has no benchmark method " + name));
  }

  private <A extends Annotation> Optional<A> find(Class<A> annotation) {
    return Optional.ofNullable(method.getAnnotation(annotation));
  }

  /** Whether a run with these patterns on the command line includes the method. */
  boolean runsFor(List<String> patterns) {
    return !method.isAnnotationPresent(OnlyWhenNamed.class)
        || patterns.stream().map(Pattern::compile).anyMatch(this::isNamedBy);
  }

  /**
   * Whether the pattern matches a part of the method's own name: with another name there it would
   * not match.
   */
  private boolean isNamedBy(Pattern pattern) {
    String type = benchmarkClass.getCanonicalName() + ".";
    String full = type + method.getName();
    return IntStream.range(0, full.length())
        .anyMatch(
            start ->
                reachesBeyond(type.length(), start, full, pattern)
                    && !reachesBeyond(type.length(), start, type + ANY_OTHER, pattern));
  }

  /** Tries every end, because the first match of a pattern is not always the longest. */
  private static boolean reachesBeyond(int end, int start, String name, Pattern pattern) {
    Matcher matcher = pattern.matcher(name).useAnchoringBounds(false).useTransparentBounds(true);
    return start < name.length()
        && IntStream.rangeClosed(Math.max(start, end) + 1, name.length())
            .anyMatch(last -> matcher.region(start, last).matches());
  }

  /** How the iterations of a fork become its value; empty unless the method declares it. */
  Optional<ForkStatistic> statistic() {
    return find(JudgedBy.class).map(JudgedBy::value);
  }

  /** The qualified names of the benchmark methods of which this one does a part. */
  List<String> wholes() {
    return find(PartOf.class).stream()
        .flatMap(part -> Arrays.stream(part.value()))
        .map(name -> method(benchmarkClass, name))
        .map(whole -> benchmarkClass.getCanonicalName() + "." + whole.getName())
        .toList();
  }
}
