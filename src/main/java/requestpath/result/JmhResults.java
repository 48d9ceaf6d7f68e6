package requestpath.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  /** Raw values that a file may hold; each takes eight bytes here. */
  private static final int MOST_VALUES = 20_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxDocumentLength(LARGEST)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final JsonParser parser;
  private int values;

  /** JMH's error of the metric that was read last. */
  private double error;

  private JmhResults(JsonParser parser) {
    this.parser = parser;
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

  /** What stands where JMH writes something else. */
  private static final class UnexpectedException extends IOException {
    private static final long serialVersionUID = 1;

    UnexpectedException(String what) {
      super(what);
    }
  }

  private List<Measurement> results() throws IOException {
    expect(parser.nextToken(), JsonToken.START_ARRAY, "the file is no list of results");
    List<Measurement> measurements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken(), JsonToken.START_OBJECT, "a result is no object");
      if (measurements.size() == MOST) {
        throw new UnexpectedException(
            "it holds more than " + MOST + " results, too many for a page");
      }
      measurements.add(result());
    }
    if (parser.nextToken() != null) {
      throw new UnexpectedException("something follows the list of results");
    }
    return measurements;
  }

  private Measurement result() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    TreeMap<String, String> parameters = new TreeMap<>();
    List<String> jvmArguments = new ArrayList<>();
    Map<String, Metric> metrics = new TreeMap<>();
    List<double[]> forks = new ArrayList<>();
    Metric primary = null;
    double primaryError = Double.NaN;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "params" -> {
          if (value == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
              String name = parser.currentName();
              parser.nextToken();
              parameters.put(name, text());
            }
          } else {
            parser.skipChildren();
          }
        }
        case "jvmArgs" -> {
          if (value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              jvmArguments.add(text());
            }
          }
        }
        case "primaryMetric" -> {
          error = Double.NaN;
          primary = metric(forks);
          primaryError = error;
        }
        case "secondaryMetrics" -> {
          expect(value, JsonToken.START_OBJECT, "secondaryMetrics is no object");
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            metrics.put(name, metric(null));
          }
        }
        default -> {
          if (value.isScalarValue()) {
            texts.put(field, text());
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
    return new Measurement(
        benchmark,
        texts.getOrDefault("mode", ""),
        primary.unit(),
        parameters,
        primary.score(),
        primaryError,
        forks,
        metrics,
        Settings.of(texts, jvmArguments));
  }

  /** A metric, and the iterations of its forks when a list for them is given. */
  private Metric metric(@Nullable List<double[]> forks) throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT, "a metric is no object");
    double score = Double.NaN;
    String unit = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("score")) {
        score = number();
      } else if (field.equals("scoreError")) {
        error = number();
      } else if (field.equals("scoreUnit")) {
        unit = text();
      } else if (forks != null && field.startsWith("rawData") && value == JsonToken.START_ARRAY) {
        boolean isHistogram = field.equals("rawDataHistogram");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          forks.add(fork(isHistogram));
        }
      } else {
        parser.skipChildren();
      }
    }
    return new Metric(score, unit);
  }

  /** The iterations of a fork: numbers, or the means of histograms of samples. */
  private double[] fork(boolean isHistogram) throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY, "a fork of rawData is no list");
    List<Double> iterations = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      iterations.add(isHistogram ? meanOfHistogram() : number());
      count();
    }
    return iterations.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double meanOfHistogram() throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY, "an iteration's histogram is no list");
    double sum = 0;
    double samples = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken(), JsonToken.START_ARRAY, "a bar of a histogram is no list");
      parser.nextToken();
      double value = number();
      parser.nextToken();
      double times = number();
      sum += value * times;
      samples += times;
      count();
      expect(parser.nextToken(), JsonToken.END_ARRAY, "a bar of a histogram is no pair");
    }
    return sum / samples;
  }

  private void count() throws IOException {
    values++;
    if (values > MOST_VALUES) {
      throw new UnexpectedException("it holds more than " + MOST_VALUES + " raw values");
    }
  }

  /** A number; JMH writes those that JSON has none for as texts such as {@code "NaN"}. */
  private double number() throws IOException {
    JsonToken token = parser.currentToken();
    if (token != null && token.isNumeric()) {
      return parser.getDoubleValue();
    }
    String text = text();
    return switch (text) {
      case "NaN", "", "null" -> Double.NaN;
      case "Infinity", "+INF" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
      default -> throw new UnexpectedException("a number is \"" + shortened(text) + "\"");
    };
  }

  private String text() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw new UnexpectedException("a text or a number was expected");
    }
    return parser.getText();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted, String otherwise)
      throws IOException {
    if (found == null) {
      throw new JsonEOFException(null, null, "the file is cut short");
    }
    if (found != wanted) {
      throw new UnexpectedException(otherwise);
    }
  }
}
