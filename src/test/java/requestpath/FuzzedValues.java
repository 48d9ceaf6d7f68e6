package requestpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values of the payload's types, made of what a fuzzer gives. */
public final class FuzzedValues {
  private static final int MAX_TEXT = 80;
  private static final int MAX_ELEMENTS = 4;
  private static final int MAX_DEPTH = 5;

  private FuzzedValues() {}

  /** A value of a record's or a bean's class, or a map. */
  public static Object of(Class<?> element, FuzzedDataProvider data) {
    if (element == Map.class) {
      return map(data, MAX_DEPTH);
    }
    try {
      if (element.isRecord()) {
        return aRecord(element, data);
      }
      Class<?> type = Class.forName(element.getName().replaceFirst("Bean$", ""));
      Method of = element.getDeclaredMethod("of", type);
      of.setAccessible(true);
      return of.invoke(null, aRecord(type, data));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object aRecord(Class<?> type, FuzzedDataProvider data)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = field(components[i], data);
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private static @Nullable Object field(RecordComponent component, FuzzedDataProvider data)
      throws ReflectiveOperationException {
    Class<?> type = component.getType();
    if (type == int.class) {
      return data.consumeInt() >> data.consumeInt(0, Integer.SIZE - 1);
    } else if (type == long.class) {
      return data.consumeLong() >> data.consumeInt(0, Long.SIZE - 1);
    } else if (type == double.class) {
      return number(data);
    } else if (type == boolean.class) {
      return data.consumeBoolean();
    } else if (type == String.class) {
      return data.consumeInt(0, 9) == 0 ? null : text(data);
    } else if (type == List.class) {
      ParameterizedType list = (ParameterizedType) component.getGenericType();
      List<Object> elements = new ArrayList<>();
      for (int left = data.consumeInt(0, MAX_ELEMENTS); left > 0; left--) {
        elements.add(aRecord((Class<?>) list.getActualTypeArguments()[0], data));
      }
      return elements;
    }
    return data.consumeInt(0, 9) == 0 ? null : aRecord(type, data);
  }

  private static double number(FuzzedDataProvider data) {
    return switch (data.consumeInt(0, 3)) {
      case 0 -> Double.longBitsToDouble(data.consumeLong());
      case 1 -> data.consumeInt() / 100.0;
      case 2 -> 1569882498.9117897 + data.consumeInt() * 1.6e-6;
      default -> data.consumeLong() >> data.consumeInt(0, Long.SIZE - 1);
    };
  }

  private static String text(FuzzedDataProvider data) {
    int length = data.consumeInt(0, MAX_TEXT);
    return switch (data.consumeInt(0, 3)) {
      case 0 -> data.consumeString(length);
      case 1 -> chars(data, length);
      default -> data.consumeAsciiString(length);
    };
  }

  /** Half surrogate pairs among them. */
  private static String chars(FuzzedDataProvider data, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(data.consumeChar());
    }
    return text.toString();
  }

  private static Map<String, @Nullable Object> map(FuzzedDataProvider data, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int left = data.consumeInt(0, MAX_ELEMENTS); left > 0; left--) {
      map.put(text(data), value(data, depth - 1));
    }
    return map;
  }

  private static @Nullable Object value(FuzzedDataProvider data, int depth) {
    return switch (data.consumeInt(0, depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> data.consumeBoolean();
      case 2 -> data.consumeInt();
      case 3 -> data.consumeLong();
      case 4 -> number(data);
      case 5 -> new BigInteger(Long.SIZE, new Random(data.consumeLong()));
      case 6 -> text(data);
      case 7 -> map(data, depth);
      default -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int left = data.consumeInt(0, MAX_ELEMENTS); left > 0; left--) {
          list.add(value(data, depth - 1));
        }
        yield list;
      }
    };
  }

  /** Whether a tree has a text that UTF-8 has no form for. */
  public static boolean hasHalfPair(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map.keySet().stream().anyMatch(FuzzedValues::hasHalfPair)
          || map.values().stream().anyMatch(FuzzedValues::hasHalfPair);
    }
    if (tree instanceof List<?> list) {
      return list.stream().anyMatch(FuzzedValues::hasHalfPair);
    }
    return tree instanceof String text && !UTF_8.newEncoder().canEncode(text);
  }

  /** Whether a tree has a double that is not finite. */
  public static boolean hasNonFinite(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(FuzzedValues::hasNonFinite);
    }
    if (tree instanceof List<?> list) {
      return list.stream().anyMatch(FuzzedValues::hasNonFinite);
    }
    return tree instanceof Double number && !Double.isFinite(number);
  }
}
