package requestpath.payload.own;

import java.util.List;

/** What a value of a document becomes in Java. */
public sealed interface FieldType {
  /** A type without parts. */
  enum Scalar implements FieldType {
    /** {@code String}. */
    TEXT("String", "String"),
    /** {@code boolean}, or {@code Boolean} where it may be null. */
    BOOLEAN("boolean", "Boolean"),
    /** {@code int}, or {@code Integer} where it may be null. */
    INT("int", "Integer"),
    /** {@code long}, or {@code Long} where it may be null. */
    LONG("long", "Long"),
    /** {@code double}, or {@code Double} where it may be null. */
    DOUBLE("double", "Double");

    private final String plain;
    private final String boxed;

    Scalar(String plain, String boxed) {
      this.plain = plain;
      this.boxed = boxed;
    }

    /** Its name in Java, where it is never null. */
    String plain() {
      return plain;
    }

    @Override
    public String inJava() {
      return boxed;
    }
  }

  /**
   * {@code Object}: no other type holds all values.
   *
   * @param reason why, in a few words
   */
  record Untyped(String reason) implements FieldType {
    @Override
    public String inJava() {
      return "Object";
    }
  }

  /** {@code List}. */
  record ListOf(FieldType element) implements FieldType {
    @Override
    public String inJava() {
      return "List<" + element.inJava() + ">";
    }
  }

  /**
   * {@code Map} from names to values.
   *
   * @param reason why it is no type of its own though its names might be fields, in a few words;
   *     empty when its names are keys
   */
  record MapOf(FieldType value, String reason) implements FieldType {
    @Override
    public String inJava() {
      return "Map<String, " + value.inJava() + ">";
    }
  }

  /**
   * A record, or a class with getters and setters.
   *
   * @param name of the Java type, without its package
   */
  record ObjectOf(String name, List<Field> fields) implements FieldType {
    @Override
    public String inJava() {
      return name;
    }
  }

  /**
   * A field of an object.
   *
   * @param name in the document
   * @param identifier in a class
   * @param component in a record
   * @param isNullable whether an object lacks it or has null
   */
  record Field(
      String name, String identifier, String component, FieldType type, boolean isNullable) {
    /** Whether annotations must name it, because Java calls it otherwise. */
    boolean isRenamed(String inJava) {
      return !name.equals(inJava);
    }

    /** Its type in Java. */
    String inJava() {
      return type instanceof Scalar scalar && !isNullable ? scalar.plain() : type.inJava();
    }
  }

  /** Its name in Java, where it may be null. */
  String inJava();
}
