package requestpath.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.payload.Tree;

/** A variant under check, in one binding. */
abstract class Variant {
  private final String name;
  private final Binding binding;

  Variant(Enum<?> library, Binding binding) {
    name = library.name();
    this.binding = binding;
  }

  /** The bindings that a library supports, in the order of the enum. */
  static List<Binding> bindings(Function<Shape<?>, Support> supports) {
    return Stream.of(Binding.values())
        .filter(each -> supports.apply(Payload.DOCUMENT.one(each)).isSupported())
        .toList();
  }

  String name() {
    return name;
  }

  Binding binding() {
    return binding;
  }

  /** Whether objects are bound to classes, so that fields are known or unknown. */
  boolean isBound() {
    return binding != Binding.MAP;
  }

  /**
   * The fields of a value that was read.
   *
   * @throws AssertionError when it is no map, because the library then has accepted the input
   */
  static Map<?, ?> fields(@Nullable Object value) {
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
