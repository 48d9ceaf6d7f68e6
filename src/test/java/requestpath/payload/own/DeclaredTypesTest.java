package requestpath.payload.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What erasure lets stand in objects is found; what is declared is not. */
class DeclaredTypesTest {
  record Line(String article, double price) {}

  record Order(
      long id,
      List<Line> lines,
      Map<String, List<Line>> byDay,
      List<? extends Number> numbers,
      Object anything) {}

  /** A part that knows the whole. */
  static final class Node {
    private final List<Node> parts = new ArrayList<>();
    private Node whole = this;
  }

  private static final Line LINE = new Line("A-1", 2.5);

  @Test
  void whatIsDeclaredIsNotFound() {
    Node node = new Node();
    Node part = new Node();
    part.whole = node;
    node.parts.add(part);

    assertThat(
            undeclared(
                new Order(1, List.of(LINE), Map.of("a", List.of(LINE)), List.of(1, 2.5), Map.of())))
        .isEmpty();
    assertThat(undeclared(new Order(1, null, null, null, null))).isEmpty();
    assertThat(new DeclaredTypes().undeclared(List.of(node), Node.class)).isEmpty();
    assertThat(part.whole).isSameAs(node);
  }

  @Test
  void mapsInPlaceOfObjectsAreFound() {
    assertThat(new DeclaredTypes().undeclared(List.of(Map.of("id", 1)), Order.class))
        .hasValueSatisfying(
            found ->
                assertThat(found)
                    .startsWith("java.util.")
                    .endsWith("and not to " + Order.class.getName()));
    assertThat(undeclared(new Order(1, erased(Map.of("article", "A-1")), null, null, null)))
        .hasValueSatisfying(
            found -> assertThat(found).endsWith("and not to " + Line.class.getName()));
    assertThat(undeclared(new Order(1, null, Map.of("a", erased("x")), null, null)))
        .hasValue("java.lang.String and not to " + Line.class.getName());
    assertThat(undeclared(new Order(1, null, null, erased("x"), null)))
        .hasValue("java.lang.String and not to java.lang.Number");
  }

  private static Optional<String> undeclared(Order order) {
    return new DeclaredTypes().undeclared(List.of(order), Order.class);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> erased(Object element) {
    return (List<T>) (List<?>) List.of(element);
  }
}
