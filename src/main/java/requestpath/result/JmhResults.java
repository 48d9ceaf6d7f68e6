package requestpath.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import requestpath.result.JmhParser.UnexpectedException;
import requestpath.result.Measurement.Metric;
import requestpath.result.Measurement.Settings;

/**
 * Reads the result files of JMH, a token at a time, so that a file of hundreds of megabytes needs
 * no more memory than its figures. What it does not know it skips.
 */
final class JmhResults {
  /** The largest file that is read, in bytes. */
  static final long LARGEST = 256L << 20;

  /** The most results that are read. */
  static final int MOST = 5000;

  /** Deeper than any version of JMH writes. */
  private static final int DEEPEST = 32;

  private static final int MOST_CHARACTERS = 1 << 20;

  /** The name of a method of a group, or of a counter: no profiler's metric has such a name. */
  private static final Pattern PART = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxDocumentLength(LARGEST)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private final JsonParser parser;
  private final JmhParser values;

  private JmhResults(JsonParser parser) {
    this.parser = parser;
    this.values = new JmhParser(parser);
  }

  /**
   * The results of a file, in their order, at least one.
   *
   * @throws ResultException when it is not a result file of JMH, is cut short, or is too large
   */
  static List<Measurement> read(Path file) throws ResultException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new ResultException(
            file + " is not there: name a run's directory or a JSON file of JMH");
      }
      if (Files.size(file) > LARGEST) {
        throw new ResultException(file + " has more than the " + LARGEST + " bytes that are read");
      }
      if (Files.size(file) == 0) {
        throw new ResultException(file + " is empty: the run that wrote it did not come to an end");
      }
      try (InputStream in = ResultFiles.open(file);
          JsonParser parser = JSON.createParser(in)) {
        List<Measurement> measurements = new JmhResults(parser).results();
        if (measurements.isEmpty()) {
          throw new ResultException(file + " holds no result: its run measured nothing");
        }
        return measurements;
      }
    } catch (UnexpectedException e) {
      throw new ResultException(
          file + " is not a result file of JMH (-rf json): " + e.getMessage());
    } catch (StreamConstraintsException e) {
      throw new ResultException(
          file
              + " is deeper, longer or larger unpacked than any result file: "
              + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new ResultException(
          file
              + " is not JSON, or is cut short, at line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": a result file of JMH (-rf json) was expected");
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + e.getMessage());
    }
  }

  private List<Measurement> results() throws IOException {
    JmhParser.expect(parser.nextToken(), JsonToken.START_ARRAY, "the file is no list of results");
    List<Measurement> measurements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JmhParser.expect(parser.currentToken(), JsonToken.START_OBJECT, "a result is no object");
      if (measurements.size() >= MOST) {
        throw new UnexpectedException(
            "it holds more than " + MOST + " results, too many for a page");
      }
      measurements.addAll(result());
    }
    if (parser.nextToken() != null) {
      throw new UnexpectedException("something follows the list of results");
    }
    return measurements;
  }

  /** A result, and those of its methods or counters where it has several in the same unit. */
  private List<Measurement> result() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    TreeMap<String, String> parameters = new TreeMap<>();
    List<String> jvmArguments = new ArrayList<>();
    Map<String, JmhParser.Metric> metrics = new TreeMap<>();
    JmhParser.Metric primary = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "params" -> {
          if (value == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
              String name = parser.currentName();
              parser.nextToken();
              parameters.put(name, values.text());
            }
          } else {
            parser.skipChildren();
          }
        }
        case "jvmArgs" -> {
          if (value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              jvmArguments.add(values.text());
            }
          }
        }
        case "primaryMetric" -> primary = values.metric(null);
        case "secondaryMetrics" -> {
          JmhParser.expect(value, JsonToken.START_OBJECT, "secondaryMetrics is no object");
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            // Versions before 1.36 put a dot in front.
            String name = parser.currentName().replaceFirst("^[·@]", "");
            parser.nextToken();
            metrics.put(name, values.metric(primary == null ? "" : primary.unit()));
          }
        }
        default -> {
          if (value.isScalarValue()) {
            texts.put(field, values.text());
          } else {
            parser.skipChildren();
          }
        }
      }
    }
    String benchmark = texts.getOrDefault("benchmark", "");
    if (benchmark.isEmpty() || primary == null) {
      throw new UnexpectedException("a result has no benchmark or no primaryMetric");
    }
    Settings settings = Settings.of(texts, jvmArguments);
    String mode = texts.getOrDefault("mode", "");
    List<Measurement> measurements = new ArrayList<>();
    Measurement whole =
        measurement(
            benchmark,
            mode,
            parameters,
            primary,
            withPercentiles(mode, primary, metrics),
            settings);
    measurements.add(whole);
    if (!whole.isOurs()) {
      metrics.forEach(
          (name, metric) -> {
            if (!metric.forks().isEmpty() && PART.matcher(name).matches()) {
              measurements.add(
                  measurement(
                      benchmark + ":" + name, mode, parameters, metric, new TreeMap<>(), settings));
            }
          });
    }
    return measurements;
  }

  private static Measurement measurement(
      String benchmark,
      String mode,
      SortedMap<String, String> parameters,
      JmhParser.Metric metric,
      Map<String, Metric> others,
      Settings settings) {
    return new Measurement(
        benchmark,
        mode,
        metric.unit(),
        parameters,
        metric.score(),
        metric.error(),
        metric.forks(),
        others,
        settings);
  }

  /** What was measured beside the score; of samples their percentiles, too. */
  private static Map<String, Metric> withPercentiles(
      String mode, JmhParser.Metric primary, Map<String, JmhParser.Metric> others) {
    Map<String, Metric> metrics = new TreeMap<>();
    others.forEach((name, metric) -> metrics.put(name, new Metric(metric.score(), metric.unit())));
    if (mode.equals("sample")) {
      primary
          .percentiles()
          .forEach(
              (percent, value) ->
                  metrics.put(percentile(percent), new Metric(value, primary.unit())));
    }
    return metrics;
  }

  private static String percentile(double percent) {
    return percent == 0
        ? "min"
        : percent == 100 ? "max" : "p" + Double.toString(percent).replaceFirst("\\.0$", "");
  }
}
