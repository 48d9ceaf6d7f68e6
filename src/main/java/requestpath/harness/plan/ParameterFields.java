package requestpath.harness.plan;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;
import requestpath.harness.api.Selective;
import requestpath.harness.api.UsageException;
import requestpath.payload.Support;

/**
 * The {@code @Param} fields of a benchmark class. JMH's list of benchmarks does not have their
 * types and legal values.
 */
final class ParameterFields {
  private final Class<?> benchmarkClass;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  ParameterFields(String className) {
    try {
      benchmarkClass = Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the list of benchmarks names a missing class", e);
    }
    for (Field field : benchmarkClass.getFields()) {
      if (field.isAnnotationPresent(Param.class)) {
        fields.put(field.getName(), field);
      }
    }
  }

  /**
   * What the annotations on a method of the class declare.
   *
   * @param benchmark the qualified name, as JMH lists it
   */
  Declarations declarations(String benchmark) {
    return new Declarations(benchmarkClass, benchmark);
  }

  /** The names of the parameters, in the order of their declaration. */
  Set<String> names() {
    return fields.keySet();
  }

  /** The constants of a parameter; empty for numbers and texts. */
  List<String> constants(String name) {
    Field field = fields.get(name);
    return field == null || !field.getType().isEnum()
        ? List.of()
        : Arrays.stream(field.getType().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toList();
  }

  /** Whether a parameter is a whole number. */
  boolean isNumber(String name) {
    Field field = fields.get(name);
    return field != null && field.getType() == int.class;
  }

  /**
   * Asks the benchmark class whether a method of it can run with these values.
   *
   * @param benchmark the method's qualified name
   * @throws UsageException when a value is not one of its parameter's, or out of bounds
   */
  Support support(Map<String, String> values, String benchmark) throws UsageException {
    try {
      return benchmark(values).support(benchmark.substring(benchmark.lastIndexOf('.') + 1));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * An instance of the benchmark class with these values.
   *
   * @throws UsageException when a value is not one of its parameter's
   */
  Selective benchmark(Map<String, String> values) throws UsageException {
    try {
      Object benchmark = benchmarkClass.getConstructor().newInstance();
      for (Map.Entry<String, String> value : values.entrySet()) {
        Field field = fields.get(value.getKey());
        if (field != null) {
          field.set(benchmark, parse(field, value.getValue()));
        }
      }
      return benchmark instanceof Selective selective ? selective : () -> Support.YES;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          benchmarkClass.getName() + " needs public parameters and a public constructor", e);
    }
  }

  private static Object parse(Field field, String text) throws UsageException {
    Class<?> type = field.getType();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElseThrow(() -> new UsageException(field.getName() + "=" + text + " is not known"));
    }
    if (type == int.class) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new UsageException(
            field.getName()
                + "="
                + text
                + " is not a whole number, or too large: write it in digits");
      }
    }
    if (type == String.class) {
      return text;
    }
    throw new IllegalStateException("parameters of type " + type.getName() + " are not known here");
  }
}
