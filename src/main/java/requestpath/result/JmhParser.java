package requestpath.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the values of a result file of JMH from its tokens. */
final class JmhParser {
  /** Raw values that a file may hold; each takes eight bytes here. */
  private static final int MOST_VALUES = 20_000_000;

  private final JsonParser parser;
  private int values;

  JmhParser(JsonParser parser) {
    this.parser = parser;
  }

  /** What stands where JMH writes something else. */
  static final class UnexpectedException extends IOException {
    private static final long serialVersionUID = 1;

    UnexpectedException(String what) {
      super(what);
    }
  }

  /**
   * A metric.
   *
   * @param score NaN when there is none
   * @param error half of JMH's own interval; NaN when there is none
   * @param unit empty when there is none
   * @param forks the iterations of each fork; empty when they are not read
   * @param percentiles of all samples or iterations, by their percent
   */
  record Metric(
      double score,
      double error,
      String unit,
      List<double[]> forks,
      SortedMap<Double, Double> percentiles) {}

  /**
   * The metric at the current token.
   *
   * @param unit forks of a metric in another unit are not read; null to read all
   */
  Metric metric(@Nullable String unit) throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT, "a metric is no object");
    double score = Double.NaN;
    double error = Double.NaN;
    String own = "";
    List<double[]> forks = new ArrayList<>();
    TreeMap<Double, Double> percentiles = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      boolean areForks =
          field.startsWith("rawData") && value == JsonToken.START_ARRAY && forks.isEmpty();
      if (field.equals("score")) {
        score = number();
      } else if (field.equals("scoreError")) {
        error = number();
      } else if (field.equals("scoreUnit")) {
        own = text();
      } else if (field.equals("scorePercentiles") && value == JsonToken.START_OBJECT) {
        percentiles(percentiles);
      } else if (areForks && (unit == null || unit.equals(own))) {
        boolean isHistogram = field.equals("rawDataHistogram");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          forks.add(fork(isHistogram));
        }
      } else {
        parser.skipChildren();
      }
    }
    return new Metric(score, error, own, forks, percentiles);
  }

  private void percentiles(SortedMap<Double, Double> percentiles) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String percent = parser.currentName();
      parser.nextToken();
      double value = number();
      if (percent.matches("\\d{1,3}(\\.\\d{1,9})?")) {
        percentiles.put(Double.parseDouble(percent), value);
      }
    }
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

  /** The text or the number at the current token. */
  String text() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw new UnexpectedException("a text or a number was expected");
    }
    return parser.getText();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Requires a token. */
  static void expect(@Nullable JsonToken found, JsonToken wanted, String otherwise)
      throws IOException {
    if (found == null) {
      throw new JsonEOFException(null, null, "the file is cut short");
    }
    if (found != wanted) {
      throw new UnexpectedException(otherwise);
    }
  }
}
