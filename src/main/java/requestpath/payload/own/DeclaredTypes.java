package requestpath.payload.own;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether objects hold what their classes declare. Erasure lets a library put maps into a list that
 * is declared as one of other objects: that would be less work, and no Java code could use it.
 */
final class DeclaredTypes {
  private final Set<Object> looked = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * What stands where another type is declared, in words; empty when nothing does.
   *
   * @param element what the objects are declared as
   */
  Optional<String> undeclared(List<?> objects, Class<?> element) {
    return first(objects, element);
  }

  private Optional<String> first(Collection<?> values, Type declared) {
    for (Object value : values) {
      Optional<String> found = undeclared(value, declared);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> undeclared(@Nullable Object value, Type declared) {
    if (value == null) {
      return Optional.empty();
    }
    if (declared instanceof Class<?> type) {
      return type.isPrimitive() || type.isInstance(value)
          ? inFields(value)
          : Optional.of(value.getClass().getName() + " and not to " + type.getName());
    }
    if (declared instanceof WildcardType wildcard) {
      return undeclared(value, wildcard.getUpperBounds()[0]);
    }
    if (declared instanceof ParameterizedType type) {
      Type[] arguments = type.getActualTypeArguments();
      if (value instanceof Collection<?> collection && arguments.length == 1) {
        return first(collection, arguments[0]);
      }
      if (value instanceof Map<?, ?> map && arguments.length == 2) {
        return first(map.values(), arguments[1]);
      }
      return undeclared(value, type.getRawType());
    }
    // A variable or an array of one: nothing is known of it.
    return Optional.empty();
  }

  private Optional<String> inFields(Object value) {
    if (value.getClass().getPackageName().startsWith("java.") || !looked.add(value)) {
      return Optional.empty();
    }
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          Optional<String> found = inField(value, field);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inField(Object value, Field field) {
    try {
      field.setAccessible(true);
      return undeclared(field.get(value), field.getGenericType());
    } catch (InaccessibleObjectException e) {
      // A field of the JDK's, in a class that extends one of its own.
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }
}
