package requestpath.bench;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Random JSON documents, from a seed, that are accepted as a user's own file. */
final class RandomDocuments {
  /** Names that have a meaning for some library, and others that are hard to handle. */
  private static final String[] NAMES = {
    "a",
    "b",
    "",
    "$ref",
    "@type",
    "$type",
    "class",
    "@class",
    "id",
    "Id",
    "ID",
    "a.b",
    "value",
    "empty",
    "null",
    "__proto__",
    "é",
    "€",
    "😀",
    "\\u00e9",
    "\\\"",
    "\\\\",
    "\\n",
    " ",
    "\\u0000"
  };

  private static final String[] TEXTS = {
    "",
    "x",
    "java.lang.String",
    "$",
    "..",
    "null",
    "1",
    "2026-11-28T05:42:13Z",
    "<&>'=",
    "é€😀\\t",
    "\\u2028\\u2029\\u007f",
    "\\/\\b\\f\\n\\r\\t",
    "\\ud83d\\ude00",
    "\\u0001\\u001f",
    "a\\\"b\\\\"
  };

  private static final String[] NUMBERS = {
    "0",
    "-1",
    "127",
    "128",
    "-129",
    "65536",
    "2147483647",
    "-2147483648",
    "2147483648",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "-0",
    "0.0",
    "1.0",
    "-1.5",
    "0.1",
    "1.10",
    "1e5",
    "1E+2",
    "12e-3",
    "1.5e300",
    "4.9E-324",
    "1.7976931348623157E308",
    "123456789012345680000.0",
    "0.30000000000000004",
    "-0.0"
  };

  private static final String[] BLANKS = {"", "", "", " ", "\n  ", "\t", "\r\n"};

  private final Random random;
  private final StringBuilder json = new StringBuilder();

  RandomDocuments(long seed) {
    random = new Random(seed);
  }

  /** Another document: an object, or an array of objects. */
  String next() {
    json.setLength(0);
    blank();
    if (random.nextBoolean()) {
      object(4);
    } else {
      json.append('[');
      int last = random.nextInt(4);
      for (int i = 0; i <= last; i++) {
        object(3);
        json.append(i < last ? "," : "");
        blank();
      }
      json.append(']');
    }
    blank();
    return json.toString();
  }

  private void value(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> json.append("true");
      case 1 -> json.append("null");
      case 2 -> json.append('"').append(one(TEXTS)).append('"');
      case 3 -> json.append('"').append("long text ".repeat(random.nextInt(200))).append('"');
      case 4 -> json.append(one(NUMBERS));
      case 5 -> json.append(random.nextLong() >> random.nextInt(64));
      case 6 -> json.append((random.nextInt(2_000_001) - 1_000_000) / 1000.0);
      case 7 -> object(depth - 1);
      default -> array(depth - 1);
    }
  }

  private void object(int depth) {
    json.append('{');
    Set<String> names = new HashSet<>();
    int last = random.nextInt(6) - 1;
    for (int i = 0; i <= last; i++) {
      String name = one(NAMES);
      if (!names.add(name.equals("\\u00e9") ? "é" : name)) {
        name = "n" + i;
      }
      blank();
      json.append('"').append(name).append('"');
      blank();
      json.append(':');
      blank();
      value(depth);
      json.append(i < last ? "," : "");
    }
    blank();
    json.append('}');
  }

  private void array(int depth) {
    json.append('[');
    int last = random.nextInt(5) - 1;
    for (int i = 0; i <= last; i++) {
      value(depth);
      blank();
      json.append(i < last ? "," : "");
    }
    json.append(']');
  }

  private void blank() {
    json.append(one(BLANKS));
  }

  private String one(String[] some) {
    return some[random.nextInt(some.length)];
  }
}
