package requestpath.codec;

import java.math.BigDecimal;
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
    return trees("", Tree.of(expected), Tree.of(actual));
  }

  private Optional<String> trees(String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> expectedMap && actual instanceof Map<?, ?> actualMap) {
      return maps(path, expectedMap, actualMap);
    }
    if (expected instanceof List<?> expectedList && actual instanceof List<?> actualList) {
      return lists(path, expectedList, actualList);
    }
    return same(expected, actual)
        ? Optional.empty()
        : Optional.of(at(path) + "expected " + show(expected) + " but was " + show(actual));
  }

  private Optional<String> maps(String path, Map<?, ?> expected, Map<?, ?> actual) {
    for (Map.Entry<?, ?> member : expected.entrySet()) {
      if (!actual.containsKey(member.getKey())) {
        return Optional.of(at(path) + "field " + member.getKey() + " is missing");
      }
      Optional<String> difference =
          trees(path + "." + member.getKey(), member.getValue(), actual.get(member.getKey()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (Object name : actual.keySet()) {
      if (!expected.containsKey(name)) {
        return Optional.of(at(path) + "field " + name + " was not expected");
      }
    }
    return Optional.empty();
  }

  private Optional<String> lists(String path, List<?> expected, List<?> actual) {
    if (expected.size() != actual.size()) {
      return Optional.of(
          at(path) + "expected " + expected.size() + " elements but was " + actual.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      Optional<String> difference = trees(path + "[" + i + "]", expected.get(i), actual.get(i));
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

  private static String at(String path) {
    return path.isEmpty() ? "" : "at " + path + " ";
  }

  private static String show(@Nullable Object value) {
    String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
