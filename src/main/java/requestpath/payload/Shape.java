package requestpath.payload;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java type that a codec is built for: one value of an element type, or a list of them.
 *
 * @param <T> what the codec takes and gives
 * @param type the type with its arguments, as libraries ask for it
 * @param element the class of one element; {@code Map} for {@link Binding#MAP}
 * @param isList whether the shape is a list of elements and not one of them
 */
@SuppressWarnings("UnusedTypeParameter") // It ties a codec to the values of its shape.
public record Shape<T>(Type type, Class<?> element, boolean isList) {

  /** One value of the class; {@code Map.class} stands for {@code Map<String, Object>}. */
  public static <T> Shape<T> one(Class<?> element) {
    return new Shape<>(elementType(element), element, false);
  }

  /** A list of values of the class; {@code Map.class} stands for {@code Map<String, Object>}. */
  public static <T> Shape<List<T>> listOf(Class<?> element) {
    return new Shape<>(new Parameterized(List.class, elementType(element)), element, true);
  }

  /** The same as {@link #listOf}, where the caller does not care that it is a list. */
  public static Shape<Object> list(Class<?> element) {
    return new Shape<>(new Parameterized(List.class, elementType(element)), element, true);
  }

  /** Whether elements are maps, so that nothing about the document is known beforehand. */
  public boolean isMap() {
    return element == Map.class;
  }

  /**
   * Whether elements are of a class of the user's own, inferred or written, which may have
   * annotations; those of this package have none.
   */
  public boolean isOfUser() {
    return !isMap() && !element.getPackageName().equals(Shape.class.getPackageName());
  }

  @Override
  public String toString() {
    return type.getTypeName();
  }

  private static Type elementType(Class<?> element) {
    return element == Map.class
        ? new Parameterized(Map.class, String.class, Object.class)
        : element;
  }

  /** A parameterized type by value, equal to the JDK's own for the same type. */
  private static final class Parameterized implements ParameterizedType {
    private final Class<?> raw;
    private final Type[] arguments;

    Parameterized(Class<?> raw, Type... arguments) {
      this.raw = raw;
      this.arguments = arguments;
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.clone();
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @SuppressWarnings("NullAway") // The interface predates null annotations: null means "no owner".
    @Override
    public Type getOwnerType() {
      return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType that
          && that.getOwnerType() == null
          && raw.equals(that.getRawType())
          && Arrays.equals(arguments, that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(arguments) ^ raw.hashCode();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(raw.getName()).append('<');
      for (int i = 0; i < arguments.length; i++) {
        text.append(i == 0 ? "" : ", ").append(arguments[i].getTypeName());
      }
      return text.append('>').toString();
    }
  }
}
