package requestpath.payload.own;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Java names for the names of a document: ASCII, no word of Java, each once. What a document calls
 * a field never gets into source code as it is, unless it is such a name already.
 *
 * <p>In records, fields such as {@code issues_url} and {@code settings} get other names, because
 * the processor of DSL-JSON 2.0.2 takes the accessor of such a component for a getter or setter,
 * and refuses the record (mended after that release, <a
 * href="https://github.com/ngs-doo/dsl-json/commit/12db4af">commit 12db4af</a>). So do fields such
 * as {@code is_open}, which are true or false: jackson-jr 2.23.0 takes their accessors for getters,
 * and writes two fields.
 */
final class JavaNames {
  /** Longer names are cut, and named by annotations. */
  static final int MAX_LENGTH = 60;

  /** What accessors of records may not be called, and what every object has. */
  private static final Set<String> RESERVED =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "equals");

  /** Names of types that sources use, ours and those that processors generate, in lower case. */
  private static final Set<String> USED_TYPES =
      Set.of(
          "list",
          "map",
          "nullable",
          "json",
          "document",
          "serdeable",
          "compiledjson",
          "types",
          "generated",
          "adapterfactory",
          "propertynames",
          "viewbuilder",
          "viewbuilderaware",
          "methodhandle",
          "ioexception");

  /**
   * A name that getters and setters keep: its second letter is not upper-case, because libraries
   * differ on what {@code getAName} gets.
   */
  private static final Pattern KEPT =
      Pattern.compile("[a-z](?:[a-z0-9_][A-Za-z0-9_]{0," + (MAX_LENGTH - 2) + "})?");

  /** What a class may have as another method. */
  private static final Pattern ACCESSOR = Pattern.compile("(?:get|set|is)[A-Z].*");

  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9_]+");

  private final Set<String> taken = new HashSet<>();
  private final Set<String> reserved = new HashSet<>();

  /** Keeps a name for the field that is called so, if it can be. */
  void reserve(String name) {
    if (isKept(name)) {
      reserved.add(name);
    }
  }

  private static boolean isKept(String name) {
    return KEPT.matcher(name).matches() && !isReserved(name);
  }

  /**
   * The identifier of a field in a class, different from all that this object has given.
   *
   * @param isFlag whether its values are true or false, and never null
   */
  String field(String name, boolean isFlag) {
    String identifier = isKept(name) ? name : identifier(name);
    return ownName(
        name,
        ACCESSOR.matcher(identifier).matches() && isLikeAccessor(identifier, isFlag)
            ? renamed(identifier)
            : identifier);
  }

  /**
   * The component of a field in a record: its identifier, or, if the accessor of that could be
   * taken for a getter or setter, a name different from all that this object has given.
   *
   * @param identifier its identifier in a class
   */
  String component(String name, String identifier) {
    return isLikeAccessor(identifier, false) ? ownName(name, renamed(identifier)) : identifier;
  }

  private static boolean isLikeAccessor(String identifier, boolean isFlag) {
    return identifier.startsWith("get")
        || identifier.startsWith("set")
        || (identifier.startsWith("is") && !isFlag);
  }

  private static String renamed(String identifier) {
    return "the" + capitalised(identifier);
  }

  private String ownName(String name, String identifier) {
    boolean isOfAnother = reserved.contains(identifier) && !identifier.equals(name);
    return unused(isOfAnother ? identifier + "_" : identifier, "_");
  }

  /** The name of a type for the objects of a field, different from all that this has given. */
  String type(String field, boolean isElement) {
    String identifier = identifier(field);
    String one = isElement ? singular(identifier) : identifier;
    StringBuilder type = new StringBuilder();
    for (String word : one.split("_", -1)) {
      type.append(capitalised(word));
    }
    String name = type.isEmpty() ? "Part" : type.toString();
    if (!Character.isLetter(name.charAt(0))
        || USED_TYPES.contains(name.toLowerCase(Locale.ROOT))
        || isInJavaLang(name)
        || name.startsWith("Json")
        || name.endsWith("JsonAdapter")) {
      name = "The" + name + "Type";
    }
    return unused(name, "");
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(name) || SourceVersion.isKeyword(name);
  }

  /** Words joined in camel case; a letter first. */
  private static String identifier(String name) {
    StringBuilder joined = new StringBuilder();
    for (String word : SEPARATORS.split(name.length() > 1000 ? name.substring(0, 1000) : name, 0)) {
      joined.append(joined.isEmpty() ? word : capitalised(word));
    }
    int begin = 0;
    while (begin < joined.length() && joined.charAt(begin) == '_') {
      begin++;
    }
    String text = joined.substring(begin);
    if (text.length() > MAX_LENGTH) {
      text = text.substring(0, MAX_LENGTH);
    }
    if (text.isEmpty()) {
      return "field";
    }
    if (Character.isDigit(text.charAt(0))) {
      return "n" + text;
    }
    text = decapitalised(text);
    if (text.length() > 1 && Character.isUpperCase(text.charAt(1))) {
      text = text.charAt(0) + "_" + text.substring(1);
    }
    return isReserved(text) ? text + "_" : text;
  }

  /** {@code URL} and {@code Name} become {@code url} and {@code name}. */
  private static String decapitalised(String text) {
    int upper = 0;
    while (upper < text.length() && Character.isUpperCase(text.charAt(upper))) {
      upper++;
    }
    // The last one may begin the next word, as in URLPath.
    boolean beginsWord =
        upper > 1 && upper < text.length() && Character.isLowerCase(text.charAt(upper));
    int lowered = beginsWord ? upper - 1 : upper;
    return text.substring(0, lowered).toLowerCase(Locale.ROOT) + text.substring(lowered);
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** By the endings of English plurals. */
  private static String singular(String plural) {
    if (plural.endsWith("ies") && plural.length() > 4) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (plural.matches(".{2,}(?:sses|xes|ches|shes|tuses)")) {
      return plural.substring(0, plural.length() - 2);
    }
    boolean isPlural = plural.endsWith("s") && !plural.endsWith("ss") && plural.length() > 2;
    return isPlural ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static boolean isInJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, JavaNames.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Case does not tell names apart in every file system. */
  private String unused(String name, String separator) {
    String unused = name;
    for (int i = 2; !taken.add(unused.toLowerCase(Locale.ROOT)); i++) {
      unused = name + separator + i;
    }
    return unused;
  }
}
