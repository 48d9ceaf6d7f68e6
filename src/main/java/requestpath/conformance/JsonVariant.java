package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Equivalence;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Numbers;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.payload.Tree;

/** A JSON library under check, in one binding. */
final class JsonVariant {
  /** Makes the codec of a shape. */
  interface Codecs {
    /** The codec. */
    <T> JsonCodec<T> codec(Shape<T> shape);
  }

  private final JsonLibrary library;
  private final Codecs codecs;
  private final Binding binding;
  private final JsonCodec<Object> items;
  private final Optional<JsonCodec<Object>> numbers;
  private JsonNumbers.@Nullable Written written;

  JsonVariant(JsonLibrary library, Binding binding) {
    this(library, binding, library::codecToCheck);
  }

  /** A row that claims what the library claims, whatever its codecs do. */
  JsonVariant(JsonLibrary library, Binding binding, Codecs codecs) {
    this.library = library;
    this.codecs = codecs;
    this.binding = binding;
    items = codecs.codec(Payload.DOCUMENT.one(binding));
    numbers = numbers(codecs, binding);
  }

  /** Empty where the variant is not for numbers: then no check of them concerns it. */
  private static Optional<JsonCodec<Object>> numbers(Codecs codecs, Binding binding) {
    try {
      return Optional.of(codecs.codec(Payload.NUMBERS.one(binding)));
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Whether it writes and reads the payload of numbers. */
  boolean hasNumbers() {
    return numbers.isPresent();
  }

  /** The bindings that a library supports, in the order of the enum. */
  static List<Binding> bindings(JsonLibrary library) {
    return Stream.of(Binding.values())
        .filter(each -> library.supports(Payload.DOCUMENT.one(each)).isSupported())
        .toList();
  }

  /** Whether a library has a binding to be asked about on this JVM; the first reason when not. */
  static Support supportsAny(JsonLibrary library) {
    Support any = Support.YES;
    for (Binding each : Binding.values()) {
      Support support = library.supports(Payload.DOCUMENT.one(each));
      if (support.isSupported()) {
        return support;
      }
      any = any.and(() -> support);
    }
    return any;
  }

  String name() {
    return library.name();
  }

  Binding binding() {
    return binding;
  }

  /**
   * Whether it is the first binding of its library: the only one asked for thousands of numbers,
   * which take long. {@link HardDecimals} are asked of all.
   */
  boolean isFirst() {
    return binding == bindings(library).get(0);
  }

  /** What became of thousands of doubles that it wrote; written once. */
  JsonNumbers.Written written() throws IOException {
    JsonNumbers.Written known = written;
    if (known == null) {
      known = JsonNumbers.Written.by(this);
      written = known;
    }
    return known;
  }

  /** Whether writing is a row of its own. */
  boolean writes() {
    return library.supportsEncoding(Payload.DOCUMENT.one(binding)).isSupported();
  }

  /** Whether reading is a row of its own. */
  boolean reads() {
    return library.supportsDecoding(Payload.DOCUMENT.one(binding)).isSupported();
  }

  /** Whether the row claims to read every double exactly. */
  boolean claimsExactness() {
    return library.equivalence() == Equivalence.EXACT;
  }

  /** Whether objects are bound to classes, so that there are fields to know or not to know. */
  boolean isBound() {
    return binding != Binding.MAP;
  }

  /** What it writes for a record. */
  String write(Item item) throws IOException {
    return new String(items.toBytes(Payload.bound(item, binding)), UTF_8);
  }

  /** What it writes for a record. */
  byte[] writeBytes(Item item) throws IOException {
    return items.toBytes(Payload.bound(item, binding));
  }

  /** What it writes for a map, when maps are its binding. */
  byte[] writeMap(Map<String, Object> map) throws IOException {
    return items.toBytes(map);
  }

  /** What it writes for numbers. */
  String write(Numbers value) throws IOException {
    return new String(numbers.orElseThrow().toBytes(Payload.bound(value, binding)), UTF_8);
  }

  /** The fields of what it reads as an item. */
  Map<?, ?> readItem(String json) throws IOException {
    return readItem(json.getBytes(UTF_8));
  }

  /** The fields of what it reads as an item. */
  Map<?, ?> readItem(byte[] json) throws IOException {
    return fields(items.fromBytes(json));
  }

  /** The fields of what it reads as numbers. */
  Map<?, ?> readNumbers(String json) throws IOException {
    return fields(numbers.orElseThrow().fromBytes(json.getBytes(UTF_8)));
  }

  /** What it reads as an item, as it is. */
  Object read(String json) throws IOException {
    return items.fromBytes(json.getBytes(UTF_8));
  }

  /** What it writes for a whole payload. */
  byte[] write(Payload payload, int size) throws IOException {
    JsonCodec<List<Object>> codec = codecs.codec(payload.list(binding));
    return codec.toBytes(payload.values(binding, size));
  }

  /** What it makes of a whole payload: a list of maps. */
  List<?> read(Payload payload, int size) throws IOException {
    JsonCodec<List<Object>> codec = codecs.codec(payload.list(binding));
    Object tree = Tree.of(codec.fromBytes(payload.json(size)));
    return tree instanceof List<?> list ? list : List.of();
  }

  /** Apart from the reading: what cannot be looked at here was read all the same. */
  private static Map<?, ?> fields(@Nullable Object value) {
    try {
      if (Tree.of(value) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (IllegalArgumentException e) {
      throw new AssertionError("it reads what is no map: " + e.getMessage(), e);
    }
    throw new AssertionError("it reads " + value);
  }
}
