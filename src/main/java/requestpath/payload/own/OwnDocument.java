package requestpath.payload.own;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;

/**
 * The user's own document in one binding: the values that libraries encode, and the trees that
 * correctness checks compare with. A tree is what the document says, as the binding holds it: where
 * the type has a field that an object lacks, it is null.
 */
public final class OwnDocument {
  private final OwnPayload own;
  private final Optional<DocumentTypes> types;
  private final Optional<TypeBinder> binder;
  private final Class<?> element;

  private OwnDocument(
      OwnPayload own,
      Optional<DocumentTypes> types,
      Optional<TypeBinder> binder,
      Class<?> element) {
    this.own = own;
    this.types = types;
    this.binder = binder;
    this.element = element;
  }

  /** The document as maps. */
  public static OwnDocument ofMaps(OwnPayload own) {
    return new OwnDocument(own, Optional.empty(), Optional.empty(), Map.class);
  }

  /**
   * The document in a binding.
   *
   * @param file its name, as the user wrote it
   * @param type {@link OwnTypes#INFERRED}, or the name of a class of the user's own
   * @throws IllegalArgumentException with one sentence when it cannot be measured
   * @throws IllegalStateException when this process does not have its types
   */
  public static OwnDocument of(String file, Binding binding, String type) {
    OwnPayload own = OwnPayload.of(file);
    if (binding == Binding.MAP) {
      return ofMaps(own);
    }
    if (!type.equals(OwnTypes.INFERRED)) {
      return ofClass(own, type);
    }
    DocumentTypes types = DocumentTypes.of(own.values());
    String packageName =
        binding == Binding.RECORD ? OwnTypes.recordsOf(file) : OwnTypes.beansOf(file);
    return of(own, types, packageName, OwnDocument.class.getClassLoader());
  }

  private static OwnDocument ofClass(OwnPayload own, String type) {
    try {
      return new OwnDocument(own, Optional.empty(), Optional.empty(), Class.forName(type));
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "this process does not have the class " + type + ": name its jar with --classpath", e);
    }
  }

  /** The document in inferred types whose classes a loader has. */
  static OwnDocument of(
      OwnPayload own, DocumentTypes types, String packageName, ClassLoader loader) {
    TypeBinder binder = new TypeBinder(types, packageName, loader);
    return new OwnDocument(
        own, Optional.of(types), Optional.of(binder), binder.classOf(types.root()));
  }

  /** What a codec is built for: the document. */
  public Shape<Object> shape() {
    return own.isList() ? Shape.list(element) : Shape.one(element);
  }

  /** What a codec is built for: one of its objects. */
  public Shape<Object> one() {
    return Shape.one(element);
  }

  /**
   * Whether the type is a class of the user's own: then only libraries make its objects of trees,
   * and trees of its objects.
   */
  public boolean isOfOwnClass() {
    return types.isEmpty() && element != Map.class;
  }

  /** Whether it is a list of objects and not one. */
  public boolean isList() {
    return own.isList();
  }

  /** The document in UTF-8, as it is in the file. */
  public byte[] json() {
    return own.json();
  }

  /** Trees of its objects as JSON: an array if it is a list, else the only object. */
  public byte[] json(List<Object> trees) {
    return own.json(trees);
  }

  /** Its objects, each a MessagePack map in an array of its own. */
  public byte[][] messagePack() {
    return own.messagePack();
  }

  /** Its objects as trees: one, or those of the list. */
  public List<Object> trees() {
    return complete(own.values());
  }

  /** As many other trees of the same types, within the same limits, for correctness checks. */
  public List<Object> otherTrees() {
    if (element == Map.class) {
      return own.otherValues();
    }
    List<Object> others = new ArrayList<>();
    // Not every text is one of an enumeration, or a date.
    trees().forEach(tree -> others.add(isOfOwnClass() ? tree : notNull(Variation.of(tree))));
    Collections.reverse(others);
    return others;
  }

  /** The JSON of {@link #otherTrees}. */
  public byte[] otherJson() {
    return own.json(otherTrees());
  }

  /** The MessagePack of {@link #otherTrees}. */
  public byte[][] otherMessagePack() {
    return OwnPayload.messagePack(otherTrees());
  }

  private List<Object> complete(List<Object> values) {
    if (types.isEmpty()) {
      return values;
    }
    List<Object> trees = new ArrayList<>();
    values.forEach(value -> trees.add(notNull(TypeBinder.complete(types.get().root(), value))));
    return trees;
  }

  /** The objects of trees, in the binding. */
  public List<Object> values(List<Object> trees) {
    if (binder.isEmpty()) {
      return trees;
    }
    List<Object> values = new ArrayList<>();
    trees.forEach(tree -> values.add(notNull(binder.get().value(root(), tree))));
    return values;
  }

  /**
   * The trees of objects in the binding.
   *
   * @throws ClassCastException when a part of one is not of its type
   */
  public List<@Nullable Object> treesOf(List<?> values) {
    List<@Nullable Object> trees = new ArrayList<>();
    values.forEach(value -> trees.add(binder.isEmpty() ? value : binder.get().tree(root(), value)));
    return trees;
  }

  /**
   * What a library wrote of an object of the user's own class, with what the class does not have
   * taken from the document: equal to the document when every field of the class is. For all other
   * types what it wrote, as it is.
   *
   * @param written the trees of what it wrote
   * @param trees of the document
   */
  public Object seen(Object written, Object trees) {
    return isOfOwnClass() ? notNull(Seen.of(written, trees)) : written;
  }

  /** The fields of the document that stand in what a library wrote, in words. */
  public Set<String> namesOfFieldsIn(Object written) {
    Set<String> names = new TreeSet<>();
    Seen.fields(written, trees()).forEach(field -> names.add(place(Seen.path(field))));
    return names;
  }

  /**
   * What stands in objects of a class of the user's own although the class declares another type,
   * in words; empty when nothing does.
   */
  public Optional<String> undeclared(List<?> objects) {
    return new DeclaredTypes().undeclared(objects, element);
  }

  /** A place of the document by the inferred names of its fields, without keys of maps. */
  public String place(List<Object> path) {
    try {
      return element == Map.class
          ? ""
          : FieldPath.inWords(types.orElseGet(() -> DocumentTypes.of(own.values())).root(), path);
    } catch (IllegalArgumentException e) {
      // A document that has no types has no names that are known to be those of fields.
      return "";
    }
  }

  private FieldType root() {
    return types.orElseThrow().root();
  }

  private static Object notNull(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("an object of the document is null");
    }
    return value;
  }
}
