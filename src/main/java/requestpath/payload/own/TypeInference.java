package requestpath.payload.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.payload.own.FieldType.Field;
import requestpath.payload.own.FieldType.ListOf;
import requestpath.payload.own.FieldType.MapOf;
import requestpath.payload.own.FieldType.ObjectOf;
import requestpath.payload.own.FieldType.Scalar;
import requestpath.payload.own.FieldType.Untyped;

/**
 * Infers the types of a document: all values at one place together decide what the place becomes.
 * The same document always gives the same types. The rules stand in the guide on own data.
 */
final class TypeInference {
  /** Constructors take at most 255 slots, and a long or a double takes two. */
  static final int MAX_FIELDS = 120;

  /** More types than people write; beyond it, objects become maps. */
  static final int MAX_TYPES = 250;

  /** Deeper objects become {@code Object}. */
  static final int MAX_DEPTH = 40;

  /** An annotation cannot hold a name of 64 KB. */
  private static final int LONGEST_NAME = 1000;

  /** A double holds all integers up to it. */
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private final JavaNames typeNames = new JavaNames();
  private final Map<List<Field>, ObjectOf> known = new LinkedHashMap<>();
  private int objects;

  private TypeInference() {}

  /**
   * The types of a document.
   *
   * @param values its objects, all of one type
   */
  static DocumentTypes of(List<?> values) {
    TypeInference inference = new TypeInference();
    List<Map<?, ?>> maps = new ArrayList<>();
    values.forEach(value -> maps.add((Map<?, ?>) value));
    ObjectOf root = inference.root(maps);
    return new DocumentTypes(root, List.copyOf(inference.known.values()));
  }

  private ObjectOf root(List<Map<?, ?>> maps) {
    Map<String, List<@Nullable Object>> members = members(maps);
    String reason = tooMuch(members.keySet());
    if (members.isEmpty()) {
      reason = "has no fields";
    }
    if (!reason.isEmpty()) {
      throw new IllegalArgumentException(
          "has no record or class: an object of it "
              + reason
              + " (measure it with -p binding=MAP)");
    }
    objects++;
    List<Field> fields = fields(members, maps.size(), 1);
    ObjectOf root = new ObjectOf(DocumentTypes.ROOT, fields);
    known.put(fields, root);
    return root;
  }

  /**
   * The type of a place.
   *
   * @param values all that stand there, without null
   * @param name of the field that leads there
   * @param isElement whether they are elements of the field's list or map
   */
  private FieldType type(List<Object> values, String name, boolean isElement, int depth) {
    Set<Kind> kinds = Kind.of(values);
    if (kinds.isEmpty()) {
      return new Untyped(isElement ? "no element has a value" : "its only value is null");
    }
    if (kinds.size() > 1) {
      return new Untyped("its values differ in kind: " + Kind.inWords(kinds));
    }
    if (depth > MAX_DEPTH) {
      return new Untyped("it is nested deeper than " + MAX_DEPTH);
    }
    return switch (kinds.iterator().next()) {
      case TEXT -> Scalar.TEXT;
      case BOOLEAN -> Scalar.BOOLEAN;
      case NUMBER -> number(values);
      case LIST -> new ListOf(type(elements(values), name, true, depth + 1));
      case OBJECT -> object(values, name, isElement, depth);
    };
  }

  private static FieldType number(List<Object> values) {
    boolean hasFraction = false;
    boolean hasLong = false;
    boolean hasInexact = false;
    for (Object value : values) {
      if (value instanceof Double) {
        hasFraction = true;
      } else {
        long integer = ((Number) value).longValue();
        hasLong |= integer != (int) integer;
        hasInexact |= Math.abs(integer) > EXACT_IN_DOUBLE || integer == Long.MIN_VALUE;
      }
    }
    if (!hasFraction) {
      return hasLong ? Scalar.LONG : Scalar.INT;
    }
    return hasInexact
        ? new Untyped("it has fractions, and integers that no double holds")
        : Scalar.DOUBLE;
  }

  private FieldType object(List<Object> values, String name, boolean isElement, int depth) {
    List<Map<?, ?>> maps = new ArrayList<>();
    values.forEach(value -> maps.add((Map<?, ?>) value));
    Map<String, List<@Nullable Object>> members = members(maps);
    if (members.isEmpty()) {
      return new MapOf(new Untyped("its objects are always empty"), "");
    }
    if (Keys.areIn(members, maps.size())) {
      return map(maps, name, depth, "");
    }
    String reason = tooMuch(members.keySet());
    if (reason.isEmpty() && objects >= MAX_TYPES) {
      reason = "is one type more than " + MAX_TYPES;
    }
    if (!reason.isEmpty()) {
      return map(maps, name, depth, "an object of it " + reason);
    }
    objects++;
    List<Field> fields = fields(members, maps.size(), depth + 1);
    ObjectOf same = known.get(fields);
    if (same == null) {
      same = new ObjectOf(typeNames.type(name, isElement), fields);
      known.put(fields, same);
    }
    return same;
  }

  private MapOf map(List<Map<?, ?>> maps, String name, int depth, String reason) {
    List<Object> all = new ArrayList<>();
    maps.forEach(map -> map.values().forEach(member -> addUnlessNull(all, member)));
    FieldType value =
        objects >= MAX_TYPES
            ? new Untyped("the document has more types than " + MAX_TYPES)
            : type(all, name, true, depth + 1);
    return new MapOf(value, reason);
  }

  private static String tooMuch(Set<String> names) {
    if (names.size() > MAX_FIELDS) {
      return "has more than " + MAX_FIELDS + " fields";
    }
    if (names.contains("")) {
      // For most libraries an annotation with this name says nothing.
      return "has a field whose name is empty";
    }
    return names.stream().anyMatch(name -> name.length() > LONGEST_NAME)
        ? "has a name of more than " + LONGEST_NAME + " characters"
        : "";
  }

  private List<Field> fields(
      Map<String, List<@Nullable Object>> members, int instances, int depth) {
    JavaNames names = new JavaNames();
    members.keySet().forEach(names::reserve);
    List<Field> fields = new ArrayList<>();
    members.forEach(
        (name, values) -> {
          List<Object> present = new ArrayList<>();
          values.forEach(value -> addUnlessNull(present, value));
          FieldType type = type(present, name, false, depth);
          boolean isNullable = present.size() < instances;
          String identifier = names.field(name, type == FieldType.Scalar.BOOLEAN && !isNullable);
          String component = names.component(name, identifier);
          fields.add(new Field(name, identifier, component, type, isNullable));
        });
    return List.copyOf(fields);
  }

  /** All values of each name, in the order in which names first come. */
  private static Map<String, List<@Nullable Object>> members(List<Map<?, ?>> maps) {
    Map<String, List<@Nullable Object>> members = new LinkedHashMap<>();
    for (Map<?, ?> map : maps) {
      map.forEach(
          (name, value) ->
              members.computeIfAbsent((String) name, none -> new ArrayList<>()).add(value));
    }
    return members;
  }

  private static List<Object> elements(List<Object> lists) {
    List<Object> elements = new ArrayList<>();
    for (Object list : lists) {
      ((List<?>) list).forEach(element -> addUnlessNull(elements, element));
    }
    return elements;
  }

  private static void addUnlessNull(List<Object> list, @Nullable Object value) {
    if (value != null) {
      list.add(value);
    }
  }

  /** The kinds of values that JSON has, but null. */
  enum Kind {
    TEXT("texts"),
    NUMBER("numbers"),
    BOOLEAN("booleans"),
    LIST("lists"),
    OBJECT("objects");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }

    static Set<Kind> of(Iterable<? extends @Nullable Object> values) {
      Set<Kind> kinds = new LinkedHashSet<>();
      for (Object value : values) {
        if (value instanceof String) {
          kinds.add(TEXT);
        } else if (value instanceof Number) {
          kinds.add(NUMBER);
        } else if (value instanceof Boolean) {
          kinds.add(BOOLEAN);
        } else if (value instanceof List) {
          kinds.add(LIST);
        } else if (value != null) {
          kinds.add(OBJECT);
        }
      }
      return kinds;
    }

    static String inWords(Set<Kind> kinds) {
      return String.join(" and ", kinds.stream().sorted().map(kind -> kind.plural).toList());
    }
  }
}
