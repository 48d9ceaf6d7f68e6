package requestpath.payload.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random documents, from a seed: many objects of one kind, so that fields are sometimes missing,
 * null, or of another kind.
 */
final class RandomTypes {
  /** Names that Java, the compiler or a library might take for something else. */
  static final List<String> HOSTILE =
      List.of(
          "*/ static { System.setProperty(\"requestpath.hacked\", \"1\"); } /*",
          "\\u002a/ static { } //",
          "\\\\u0022);",
          "\"); System.exit(1); //",
          "\n}\n",
          "\r",
          "\u0000",
          "\u2028",
          "${jndi:x}",
          "$L$T",
          "class",
          "record",
          "_",
          "",
          " ",
          "1st",
          "hashCode",
          "getClass",
          "toString",
          "String",
          "Object",
          "list",
          "java.lang.Runtime",
          "../../etc",
          "é",
          "名前",
          "😀",
          "aName",
          "URL",
          "is_x",
          "issues_url",
          "settings",
          "isX",
          "x".repeat(300));

  private final Random random;
  private final List<String> names = new ArrayList<>();

  RandomTypes(long seed) {
    random = new Random(seed);
    names.addAll(HOSTILE);
    for (char c = 'a'; c <= 'p'; c++) {
      names.add("field" + c);
    }
  }

  /** Objects of a random type. */
  List<Object> next() {
    Kind type = type(0);
    List<Object> objects = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      objects.add(value(type));
    }
    return objects;
  }

  /** What stands at a place: a form, and the parts of objects and lists. */
  private record Kind(int form, Map<String, Kind> fields, List<Kind> elements) {}

  private Kind type(int depth) {
    int form = depth == 0 ? 7 : random.nextInt(depth < 5 ? 10 : 6);
    Map<String, Kind> fields = new LinkedHashMap<>();
    List<Kind> elements = new ArrayList<>();
    if (form == 7 || form == 8) {
      for (int i = random.nextInt(7); i >= 0; i--) {
        fields.put(names.get(random.nextInt(names.size())), type(depth + 1));
      }
    } else if (form >= 6) {
      elements.add(type(depth + 1));
    }
    return new Kind(form, fields, elements);
  }

  private Object value(Kind kind) {
    return switch (kind.form()) {
      case 0 -> "text " + random.nextInt(100);
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextInt(3) == 0 ? (Object) random.nextLong() : random.nextInt();
      case 4 -> random.nextInt(3) == 0 ? (Object) random.nextInt(1000) : random.nextDouble();
      case 5 -> random.nextInt(4) == 0 ? (Object) "mixed" : random.nextInt();
      case 6, 9 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(random.nextInt(9) == 0 ? null : value(kind.elements().get(0)));
        }
        yield list;
      }
      default -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        kind.fields()
            .forEach(
                (name, type) -> {
                  int chance = random.nextInt(10);
                  if (chance > 0) {
                    object.put(name, chance == 1 ? null : value(type));
                  }
                });
        yield object;
      }
    };
  }
}
