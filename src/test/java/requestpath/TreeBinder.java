package requestpath;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Shape;

/**
 * Makes records of trees of maps, lists and values, by reflection and by the rules that are
 * promised of what is written by hand: members that are missing are zero, null or empty, members
 * that nobody knows are ignored. What a number or a text may look like is up to the format.
 */
public abstract class TreeBinder {
  private static final BigInteger MIN_INT = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

  /** A tree that is not of the type. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says what is wrong. */
    public RefusedException(String message) {
      super(message);
    }
  }

  /** The integer that a value is, of any size. */
  protected abstract BigInteger integer(@Nullable Object value) throws RefusedException;

  /** The double that a value is. */
  protected abstract double real(@Nullable Object value) throws RefusedException;

  /** The text that a value is; never asked about null. */
  protected abstract String text(Object value) throws RefusedException;

  /** The value of a shape, of records where the shape is of beans; null when it must be refused. */
  public final @Nullable Object bind(Shape<?> shape, @Nullable Object tree) {
    try {
      Class<?> type = recordOf(shape.element());
      return shape.isList() ? list(type, tree) : aRecord(type, tree);
    } catch (RefusedException refused) {
      return null;
    }
  }

  private static Class<?> recordOf(Class<?> element) {
    if (element.isRecord()) {
      return element;
    }
    try {
      return Class.forName(element.getName().replaceFirst("Bean$", ""));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private Object aRecord(Class<?> type, @Nullable Object tree) throws RefusedException {
    if (!(tree instanceof Map<?, ?> map)) {
      throw new RefusedException("no map");
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = field(components[i], map);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private @Nullable Object field(RecordComponent component, Map<?, ?> map) throws RefusedException {
    Class<?> type = component.getType();
    boolean isThere = map.containsKey(component.getName());
    Object value = map.get(component.getName());
    if (type == int.class) {
      return isThere ? within(integer(value), MIN_INT, MAX_INT).intValue() : 0;
    } else if (type == long.class) {
      return isThere ? aLong(integer(value)) : 0L;
    } else if (type == double.class) {
      return isThere ? real(value) : 0.0;
    } else if (type == boolean.class) {
      if (isThere && !(value instanceof Boolean)) {
        throw new RefusedException("no boolean");
      }
      return isThere && (Boolean) value;
    } else if (type == List.class) {
      if (value == null) {
        return List.of();
      }
      ParameterizedType list = (ParameterizedType) component.getGenericType();
      return list((Class<?>) list.getActualTypeArguments()[0], value);
    } else if (value == null) {
      return null;
    }
    return type == String.class ? text(value) : aRecord(type, value);
  }

  private List<@Nullable Object> list(Class<?> element, @Nullable Object tree)
      throws RefusedException {
    if (!(tree instanceof List<?> values)) {
      throw new RefusedException("no list");
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(value == null ? null : aRecord(element, value));
    }
    return list;
  }

  private static long aLong(BigInteger value) throws RefusedException {
    if (value.bitLength() >= Long.SIZE) {
      throw new RefusedException("beyond a long");
    }
    return value.longValue();
  }

  private static BigInteger within(BigInteger value, BigInteger min, BigInteger max)
      throws RefusedException {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new RefusedException("beyond an int");
    }
    return value;
  }
}
