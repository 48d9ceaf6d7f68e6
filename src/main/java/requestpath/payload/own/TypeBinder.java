package requestpath.payload.own;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.own.FieldType.ListOf;
import requestpath.payload.own.FieldType.MapOf;
import requestpath.payload.own.FieldType.ObjectOf;
import requestpath.payload.own.FieldType.Scalar;
import requestpath.payload.own.FieldType.Untyped;

/**
 * Between trees and objects of the inferred types, by reflection: the reference for what libraries
 * do. It knows nothing of any library's annotations.
 */
final class TypeBinder {
  /** By the names of their types. */
  private final Map<String, Bound> classes = new HashMap<>();

  /** A Java class of an inferred type: its fields in the order of the type's. */
  private record Bound(Class<?> type, Constructor<?> constructor, List<Field> fields) {}

  /**
   * A binder for one form of the types.
   *
   * @param packageName of their classes, which are on the class path
   * @throws IllegalStateException when a class is not there, or is another one
   */
  TypeBinder(DocumentTypes types, String packageName, ClassLoader loader) {
    for (ObjectOf object : types.objects()) {
      classes.put(object.name(), bound(object, packageName + "." + object.name(), loader));
    }
  }

  private static Bound bound(ObjectOf object, String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, true, loader);
      List<Field> fields = new ArrayList<>();
      for (FieldType.Field each : object.fields()) {
        Field field = type.getDeclaredField(type.isRecord() ? each.component() : each.identifier());
        field.setAccessible(true);
        fields.add(field);
      }
      Class<?>[] arguments =
          type.isRecord()
              ? fields.stream().map(Field::getType).toArray(Class<?>[]::new)
              : new Class<?>[0];
      return new Bound(type, type.getConstructor(arguments), List.copyOf(fields));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " is not the type of the document", e);
    }
  }

  /** The class of a type. */
  Class<?> classOf(ObjectOf object) {
    return known(object).type();
  }

  private Bound known(ObjectOf object) {
    Bound bound = classes.get(object.name());
    if (bound == null) {
      throw new IllegalArgumentException(object.name() + " is of other types");
    }
    return bound;
  }

  /** The value of a tree that has been {@link #complete completed}. */
  @Nullable Object value(FieldType type, @Nullable Object tree) {
    if (tree == null || type instanceof Untyped || type instanceof Scalar) {
      return tree;
    }
    if (type instanceof ListOf list) {
      List<@Nullable Object> values = new ArrayList<>();
      ((List<?>) tree).forEach(element -> values.add(value(list.element(), element)));
      return values;
    }
    if (type instanceof MapOf map) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      ((Map<?, ?>) tree)
          .forEach((name, member) -> values.put((String) name, value(map.value(), member)));
      return values;
    }
    return object((ObjectOf) type, (Map<?, ?>) tree);
  }

  private Object object(ObjectOf type, Map<?, ?> tree) {
    Bound bound = known(type);
    @Nullable Object[] values = new Object[type.fields().size()];
    for (int i = 0; i < values.length; i++) {
      FieldType.Field field = type.fields().get(i);
      values[i] = value(field.type(), tree.get(field.name()));
    }
    try {
      if (bound.type().isRecord()) {
        return bound.constructor().newInstance(values);
      }
      Object object = bound.constructor().newInstance();
      for (int i = 0; i < values.length; i++) {
        bound.fields().get(i).set(object, values[i]);
      }
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.name() + " cannot be made", e);
    }
  }

  /**
   * The tree of a value that a library made.
   *
   * @throws ClassCastException when a part of it is not of its type: erasure lets a library fill a
   *     list of records with maps
   */
  @Nullable Object tree(FieldType type, @Nullable Object value) {
    if (value == null || type instanceof Untyped) {
      return value;
    }
    if (type instanceof Scalar scalar) {
      return javaType(scalar).cast(value);
    }
    if (type instanceof ListOf list) {
      List<@Nullable Object> trees = new ArrayList<>();
      ((List<?>) value).forEach(element -> trees.add(tree(list.element(), element)));
      return trees;
    }
    Map<String, @Nullable Object> trees = new LinkedHashMap<>();
    if (type instanceof MapOf map) {
      ((Map<?, ?>) value)
          .forEach((name, member) -> trees.put((String) name, tree(map.value(), member)));
      return trees;
    }
    ObjectOf object = (ObjectOf) type;
    Bound bound = known(object);
    Object own = bound.type().cast(value);
    try {
      for (int i = 0; i < bound.fields().size(); i++) {
        FieldType.Field field = object.fields().get(i);
        trees.put(field.name(), tree(field.type(), bound.fields().get(i).get(own)));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(object.name() + " cannot be read", e);
    }
    return trees;
  }

  private static Class<?> javaType(Scalar scalar) {
    return switch (scalar) {
      case TEXT -> String.class;
      case BOOLEAN -> Boolean.class;
      case INT -> Integer.class;
      case LONG -> Long.class;
      case DOUBLE -> Double.class;
    };
  }

  /**
   * A tree of the document as the types hold it: fields that an object lacks are null, numbers are
   * of the type of their field.
   */
  static @Nullable Object complete(FieldType type, @Nullable Object tree) {
    if (tree == null || type instanceof Untyped) {
      return tree;
    }
    if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case TEXT, BOOLEAN -> tree;
        case INT -> ((Number) tree).intValue();
        case LONG -> ((Number) tree).longValue();
        case DOUBLE -> ((Number) tree).doubleValue();
      };
    }
    if (type instanceof ListOf list) {
      List<@Nullable Object> elements = new ArrayList<>();
      ((List<?>) tree).forEach(element -> elements.add(complete(list.element(), element)));
      return elements;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (type instanceof MapOf map) {
      ((Map<?, ?>) tree)
          .forEach((name, member) -> members.put((String) name, complete(map.value(), member)));
      return members;
    }
    for (FieldType.Field field : ((ObjectOf) type).fields()) {
      members.put(field.name(), complete(field.type(), ((Map<?, ?>) tree).get(field.name())));
    }
    return members;
  }
}
