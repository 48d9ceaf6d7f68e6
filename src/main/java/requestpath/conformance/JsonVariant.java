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

/** A JSON variant under check, in one binding. */
final class JsonVariant extends Variant {
  /** Makes the codec of a shape. */
  interface Codecs {
    /** The codec. */
    <T> JsonCodec<T> codec(Shape<T> shape);
  }

  private final JsonLibrary library;
  private final Codecs codecs;
  private final JsonCodec<Object> items;
  private final Optional<JsonCodec<Object>> numbers;
  private JsonNumberCheck.@Nullable Written written;

  JsonVariant(JsonLibrary library, Binding binding) {
    this(library, binding, library::codecToCheck);
  }

  /** A variant with other codecs than the library's. */
  JsonVariant(JsonLibrary library, Binding binding, Codecs codecs) {
    super(library, binding);
    this.library = library;
    this.codecs = codecs;
    items = codecs.codec(Payload.DOCUMENT.one(binding));
    numbers = numbers(codecs, binding);
  }

  /** Empty if the variant does not support the payload of numbers. */
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

  /**
   * Whether this JVM can run the library in any binding. If not, the reason is that of a binding
   * that a newer Java can run, if there is one.
   */
  static Support supportsAny(JsonLibrary library) {
    List<Support> each =
        Stream.of(Binding.values())
            .map(binding -> library.supports(Payload.DOCUMENT.one(binding)))
            .toList();
    return each.stream()
        .filter(Support::isSupported)
        .findFirst()
        .or(() -> each.stream().filter(support -> support.firstJava() > 0).findFirst())
        .orElse(each.get(0));
  }

  /**
   * Whether it is the first binding of its library. Checks of thousands of numbers take long and
   * run for that one only; {@link HardDecimals} run for all.
   */
  boolean isFirstBinding() {
    return binding() == bindings(library::supports).get(0);
  }

  /** How it writes thousands of doubles; written once. */
  JsonNumberCheck.Written written() throws IOException {
    JsonNumberCheck.Written known = written;
    if (known == null) {
      known = JsonNumberCheck.Written.by(this);
      written = known;
    }
    return known;
  }

  /** Whether it writes JSON. */
  boolean writes() {
    return library.supportsEncoding(Payload.DOCUMENT.one(binding())).isSupported();
  }

  /** Whether it reads JSON. */
  boolean reads() {
    return library.supportsDecoding(Payload.DOCUMENT.one(binding())).isSupported();
  }

  /** Whether it claims to read every double exactly. */
  boolean claimsExactness() {
    return library.equivalence() == Equivalence.EXACT;
  }

  /** Writes a record to text. */
  String write(Item item) throws IOException {
    return new String(writeBytes(item), UTF_8);
  }

  /** Writes a record to bytes. */
  byte[] writeBytes(Item item) throws IOException {
    return items.toBytes(bound(item));
  }

  /** Writes a map, if maps are its binding. */
  byte[] writeMap(Map<String, Object> map) throws IOException {
    return items.toBytes(map);
  }

  /** Writes numbers. */
  String write(Numbers value) throws IOException {
    return new String(numbers.orElseThrow().toBytes(bound(value)), UTF_8);
  }

  /** Writes a whole payload. */
  byte[] write(Payload payload, int size) throws IOException {
    JsonCodec<List<Object>> codec = codecs.codec(payload.list(binding()));
    return codec.toBytes(library.inOwnClasses(payload.values(binding(), size)));
  }

  private Object bound(Record value) {
    return library.inOwnClass(Payload.bound(value, binding()));
  }

  /** Reads an item and returns its fields. */
  Map<?, ?> readItem(String json) throws IOException {
    return readItem(json.getBytes(UTF_8));
  }

  /** Reads an item and returns its fields. */
  Map<?, ?> readItem(byte[] json) throws IOException {
    return fields(items.fromBytes(json));
  }

  /** Reads numbers and returns their fields. */
  Map<?, ?> readNumbers(String json) throws IOException {
    return fields(numbers.orElseThrow().fromBytes(json.getBytes(UTF_8)));
  }

  /** Reads an item. */
  Object read(String json) throws IOException {
    return items.fromBytes(json.getBytes(UTF_8));
  }
}
