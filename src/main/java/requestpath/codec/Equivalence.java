package requestpath.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Tree;

/**
 * When two values mean the same: the same fields, the same texts, the same numbers by exact value.
 * Libraries bind numbers in maps to different types (Integer, Long, Double, BigDecimal), so the
 * type is not compared; the order of fields is not, either.
 */
public enum Equivalence {
  /** Every number has exactly the expected value. */
  EXACT {
    @Override
    boolean sameDouble(double expected, double actual) {
      return Double.compare(expected, actual) == 0;
    }
  },

  /**
   * Doubles may be off by one unit in the last place, but keep their sign; integers may not be off.
   * Only for variants named INEXACT.
   */
  ONE_ULP {
    @Override
    boolean sameDouble(double expected, double actual) {
      return Math.abs(expected - actual) <= Math.ulp(expected)
          && Math.copySign(1, expected) == Math.copySign(1, actual);
    }
  };

  abstract boolean sameDouble(double expected, double actual);

  /**
   * The first difference between two values, as a sentence without a full stop; empty when they
   * mean the same.
   *
   * @param expected the fixture, in any binding
   * @param actual what a library made of it, in any binding
   */
  public Optional<String> difference(@Nullable Object expected, @Nullable Object actual) {
    return compare(expected, actual).map(Difference::sentence);
  }

  /**
   * The first difference between two values; empty when they mean the same.
   *
   * @param expected the fixture, in any binding
   * @param actual what a library made of it, in any binding
   */
  public Optional<Difference> compare(@Nullable Object expected, @Nullable Object actual) {
    return trees(List.of(), Tree.of(expected), Tree.of(actual));
  }

  private Optional<Difference> trees(
      List<Object> path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> expectedMap && actual instanceof Map<?, ?> actualMap) {
      return maps(path, expectedMap, actualMap);
    }
    if (expected instanceof List<?> expectedList && actual instanceof List<?> actualList) {
      return lists(path, expectedList, actualList);
    }
    return same(expected, actual)
        ? Optional.empty()
        : differ(
            path,
            "expected " + show(expected) + " but was " + show(actual),
            "expected " + kind(expected) + " but was " + kind(expected, actual));
  }

  private Optional<Difference> maps(List<Object> path, Map<?, ?> expected, Map<?, ?> actual) {
    for (Map.Entry<?, ?> member : expected.entrySet()) {
      if (!actual.containsKey(member.getKey())) {
        return Optional.of(
            new Difference(
                and(path, String.valueOf(member.getKey())),
                at(path) + "field " + member.getKey() + " is missing",
                "it is missing"));
      }
      Optional<Difference> difference =
          trees(
              and(path, String.valueOf(member.getKey())),
              member.getValue(),
              actual.get(member.getKey()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (Object name : actual.keySet()) {
      if (!expected.containsKey(name)) {
        return differ(path, "field " + name + " was not expected", "a field was not expected");
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> lists(List<Object> path, List<?> expected, List<?> actual) {
    if (expected.size() != actual.size()) {
      String sizes = "expected " + expected.size() + " elements but was " + actual.size();
      return differ(path, sizes, sizes);
    }
    for (int i = 0; i < expected.size(); i++) {
      Optional<Difference> difference = trees(and(path, i), expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number expectedNumber && actual instanceof Number actualNumber) {
      return sameNumber(expectedNumber, actualNumber);
    }
    return Objects.equals(expected, actual);
  }

  private boolean sameNumber(Number expected, Number actual) {
    if (expected instanceof Double expectedDouble && actual instanceof Double actualDouble) {
      return sameDouble(expectedDouble, actualDouble);
    }
    if (expected instanceof Double expectedDouble && actual instanceof BigDecimal decimal) {
      return sameDouble(expectedDouble, decimal.doubleValue());
    }
    if (isNegativeZero(expected)) {
      return isNegativeZero(actual);
    }
    if (isFinite(expected) && isFinite(actual)) {
      return decimal(expected).compareTo(decimal(actual)) == 0;
    }
    return expected.doubleValue() == actual.doubleValue();
  }

  /** Only a double or a float can be negative zero. */
  private static boolean isNegativeZero(Number number) {
    return isBinary(number) && Double.compare(number.doubleValue(), -0.0) == 0;
  }

  private static boolean isFinite(Number number) {
    return !isBinary(number) || Double.isFinite(number.doubleValue());
  }

  private static boolean isBinary(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static BigDecimal decimal(Number number) {
    return isBinary(number)
        ? new BigDecimal(number.doubleValue())
        : new BigDecimal(number.toString());
  }

  private static List<Object> and(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static Optional<Difference> differ(List<Object> path, String what, String kind) {
    return Optional.of(new Difference(path, at(path) + what, kind));
  }

  private static String at(List<Object> path) {
    StringBuilder at = new StringBuilder();
    path.forEach(step -> at.append(step instanceof Integer ? "[" + step + "]" : "." + step));
    return at.isEmpty() ? "" : "at " + at + " ";
  }

  private static String kind(@Nullable Object expected, @Nullable Object actual) {
    String kind = kind(actual);
    return actual != null && kind.equals(kind(expected)) ? "another" : kind;
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Number) {
      return "a number";
    }
    return value instanceof String
        ? "a text"
        : value instanceof Boolean ? "a boolean" : value instanceof Map ? "an object" : "a list";
  }

  private static String show(@Nullable Object value) {
    String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
