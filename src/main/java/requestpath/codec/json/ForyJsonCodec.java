package requestpath.codec.json;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.apache.fory.json.ForyJson;
import org.apache.fory.json.codec.ObjectCodec;
import org.apache.fory.json.resolver.JsonTypeInfo;
import org.apache.fory.json.resolver.JsonTypeResolver;
import org.apache.fory.reflect.TypeRef;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;

/**
 * Apache Fory JSON with the code that it generates and compiles at run time.
 *
 * <p>One {@code ForyJson}, safe from many threads and meant to be kept, with the type declared on
 * every call, as its guide says:
 * https://raw.githubusercontent.com/apache/fury/main/docs/guide/java/json-support.md. It compiles
 * in the background by default and interprets meanwhile; here it compiles at first use, so that
 * what is measured is one thing only. Whether it has generated code is not public, so {@link
 * #description()} looks into its first state and checks it. The constructor does not: a cold start
 * times it, in one direction.
 *
 * <p>Settings that make the answer equal to the others': nulls are written. Doubles are exact,
 * anything that follows the document and whatever is not JSON is refused, by default. A document
 * that is null is refused here. Depth is limited to 20 by default and to what the contract needs
 * here, by {@code maxDepth}. The memory of what is read is limited to 128 MiB by default and here;
 * it counts maps, lists and references, of which no document that {@link OwnPayload} accepts has as
 * much.
 *
 * <p>Wrong in 1.6.0: the code that it generates for a class (not for a record) refuses a blank
 * between the colon and the value of an object's first member. {@code verify} has it among its
 * checks, and rankings of classes mark it.
 */
final class ForyJsonCodec<T> implements JsonCodec<T> {
  /** The deepest nesting that {@link OwnPayload} accepts. */
  private static final int MAX_DEPTH = OwnPayload.MAX_DEPTH;

  private final Shape<T> shape;
  private final ForyJson json =
      ForyJson.builder()
          .writeNullFields(true)
          .withAsyncCompilation(false)
          .maxDepth(MAX_DEPTH)
          .build();
  private final TypeRef<T> type;

  ForyJsonCodec(Shape<T> shape) {
    this.shape = shape;
    type = TypeRef.of(shape.type());
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return json.toJsonBytes(value, type);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return json.toJson(value, type);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] bytes) throws IOException {
    @Nullable T value = json.fromJson(bytes, type);
    if (value == null) {
      throw new AddedCheckException("the document is null, not a " + shape);
    }
    return value;
  }

  @Override
  public String description() {
    return "fory-json "
        + LibraryCatalogue.version("org.apache.fory:fory-json")
        + ": ForyJson.toJsonBytes, toJson and fromJson(byte[]) with a TypeRef, "
        + requireGenerated();
  }

  /** In words, how the shape is bound. It throws when the library would interpret the class. */
  private String requireGenerated() {
    if (shape.isMap()) {
      return "its own map codec";
    }
    Class<?> element = shape.element();
    // The first use compiles.
    Object unused = json.fromJson("null".getBytes(StandardCharsets.UTF_8), element);
    JsonTypeInfo info = resolver().getTypeInfo(element, element);
    for (Object part : new Object[] {info.utf8Reader(), info.utf8Writer(), info.stringWriter()}) {
      if (part instanceof ObjectCodec) {
        throw new IllegalStateException(
            "Fory JSON would interpret "
                + element.getName()
                + " and not compile code for it: "
                + part.getClass().getName());
      }
    }
    return "generated "
        + info.utf8Reader().getClass().getSimpleName()
        + " and "
        + info.utf8Writer().getClass().getSimpleName();
  }

  private JsonTypeResolver resolver() {
    try {
      Object state = field(((Object[]) field(json, "slots"))[0], "state");
      return (JsonTypeResolver) field(state, "typeResolver");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Fory JSON has changed inside: whether it compiles code cannot be seen", e);
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
