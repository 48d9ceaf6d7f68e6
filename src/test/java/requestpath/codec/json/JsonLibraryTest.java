package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.codec.Equivalence;
import requestpath.payload.Address;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.Payload;
import requestpath.payload.RecordForm;
import requestpath.payload.Shape;

class JsonLibraryTest {
  /** Refuse a record that lacks a field. */
  private static final Set<JsonLibrary> STRICT = Set.of(JsonLibrary.MOSHI, JsonLibrary.KOTLINX);

  @ParameterizedTest
  @EnumSource
  void theTypesOfTheBindingComeBack(JsonLibrary library) throws IOException {
    for (Binding binding : supported(library)) {
      JsonCodec<List<Object>> codec = library.codec(Payload.DOCUMENT.list(binding));
      Object own = library.inOwnClass(Payload.DOCUMENT.values(binding, 1).get(0));
      assertThat(codec.fromBytes(Payload.DOCUMENT.json(1)).get(0))
          .isInstanceOf(own instanceof Map ? Map.class : own.getClass());
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneValueAloneIsADocument(JsonLibrary library) throws IOException {
    for (Binding binding : supported(library)) {
      Object item = library.inOwnClass(Payload.DOCUMENT.values(binding, 1).get(0));
      JsonCodec<Object> codec = library.codec(Payload.DOCUMENT.one(binding));

      assertThat(library.equivalence().difference(item, codec.fromBytes(codec.toBytes(item))))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeasuredRowSaysWhatItUses(JsonLibrary library) {
    assumeTrue(!supported(library).isEmpty());
    Binding binding = supported(library).get(0);
    assertThat(library.codec(Payload.DOCUMENT.list(binding)).description())
        .containsPattern("^\\S+ \\d+(\\.\\d+)*");
  }

  @ParameterizedTest
  @EnumSource(names = {"DSL_JSON", "DSL_JSON_INEXACT"})
  void dslJsonUsesTheCodeThatItGenerated(JsonLibrary library) {
    for (Binding binding : Set.of(Binding.RECORD, Binding.BEAN)) {
      assertThat(library.codec(Payload.DOCUMENT.list(binding)).description())
          .contains("generated requestpath.payload._Item");
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownFieldsAreIgnoredMissingOnesAreEmptyAndBlanksMayFollow(JsonLibrary library)
      throws IOException {
    byte[] json =
        " [ {\"id\" : 7, \"new\" : {\"x\": [1, null]}, \"count\":9 \n } ] \n".getBytes(UTF_8);
    for (Binding binding : supported(library)) {
      JsonCodec<List<Object>> codec = library.codec(Payload.DOCUMENT.list(binding));
      if (STRICT.contains(library) && binding == Binding.RECORD) {
        assertThatThrownBy(() -> codec.fromBytes(json)).hasMessageContaining("missing");
        continue;
      }
      Object item = codec.fromBytes(json).get(0);
      if (item instanceof Item aRecord) {
        assertThat(aRecord.id()).isEqualTo(7);
        assertThat(aRecord.name()).isNullOrEmpty();
        assertThat(aRecord.count()).isEqualTo(9);
      } else if (item instanceof RecordForm form) {
        assertThat(((Item) form.toRecord()).id()).isEqualTo(7);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFollowsADocumentIsRefused(JsonLibrary library) {
    for (Binding binding : supported(library)) {
      JsonCodec<List<Object>> codec = library.codec(Payload.DOCUMENT.list(binding));
      assertThatThrownBy(() -> codec.fromBytes("[]x".getBytes(UTF_8)))
          .isInstanceOf(Exception.class);
    }
  }

  /** Found here: a parser of avaje-jsonb's pool kept the names of a record that it refused. */
  @ParameterizedTest
  @EnumSource
  void aDocumentThatIsRefusedLeavesNothingBehind(JsonLibrary library) throws IOException {
    Shape<Map<String, Object>> map = Shape.one(Map.class);
    assumeTrue(library.supports(map).isSupported());
    JsonCodec<Map<String, Object>> maps = library.codec(map);
    for (Binding binding : supported(library)) {
      JsonCodec<Object> codec = library.codec(Payload.DOCUMENT.one(binding));
      for (String refused : List.of("{\"id\":x}", "{\"id\":1,\"count\":[}")) {
        assertThatThrownBy(() -> codec.fromBytes(refused.getBytes(UTF_8)))
            .isInstanceOf(Exception.class);
        assertThat(maps.fromBytes("{\"a\\\\b\":true}".getBytes(UTF_8)))
            .isEqualTo(Map.of("a\\b", true));
      }
    }
  }

  /** The beans hold other values first, so that a missing null is noticed. */
  @Test
  void micronautHandsNullToEveryPropertyThatTakesIt() throws IOException {
    ItemBean item =
        JsonLibrary.MICRONAUT_SERDE
            .codec(Shape.<ItemBean>one(ItemBean.class))
            .fromBytes("{\"name\":null,\"description\":null,\"type\":null}".getBytes(UTF_8));
    assertThat(item.toRecord()).isEqualTo(new Item(0, null, null, null, 0, 0));
    byte[] json =
        ("{\"customer\":null,\"note\":null,\"lines\":[{\"article\":null}],\"address\":"
                + "{\"street\":null,\"city\":null,\"postcode\":null,\"country\":null}}")
            .getBytes(UTF_8);
    JsonCodec<OrderBean> orders =
        JsonLibrary.MICRONAUT_SERDE.codec(Shape.<OrderBean>one(OrderBean.class));
    assertThat(orders.fromBytes(json).toRecord())
        .isEqualTo(
            new Order(
                0,
                null,
                new Address(null, null, null, null),
                List.of(new OrderLine(null, 0, 0)),
                0,
                false,
                null));
    assertThat(orders.fromBytes("{\"address\":null}".getBytes(UTF_8)).getAddress()).isNull();
  }

  /** Public, so that DSL-JSON could bind it by reflection. */
  public record NeverGenerated(int id) {}

  @Test
  void dslJsonIsNotMeasuredWithoutGeneratedCode() {
    JsonCodec<List<Object>> codec = JsonLibrary.DSL_JSON.codec(Shape.listOf(NeverGenerated.class));
    assertThatThrownBy(codec::description)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("annotation processor");
  }

  @Test
  void dslJsonReadsSomeTimeStampsInexactlyByDefaultAndNoneInItsExactMode() throws IOException {
    assertThat(inexact(JsonLibrary.DSL_JSON_INEXACT)).isEqualTo(218);
    assertThat(inexact(JsonLibrary.DSL_JSON)).isZero();
  }

  @Test
  void dslJsonReadsSomeMagnitudesWrongByDefault() {
    JsonCodec<List<Object>> codec =
        JsonLibrary.DSL_JSON_INEXACT.codec(Payload.NUMBERS.list(Binding.RECORD));
    List<Object> values = Payload.NUMBERS.values(Binding.RECORD, 1000);

    assertThatThrownBy(
            () ->
                assertThat(
                        Equivalence.ONE_ULP.difference(
                            values, codec.fromBytes(Payload.NUMBERS.json(1000))))
                    .isEmpty())
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(AssertionError.class),
            e -> assertThat(e).isInstanceOf(ArrayIndexOutOfBoundsException.class));
  }

  private static long inexact(JsonLibrary library) throws IOException {
    List<Object> expected = Payload.DOCUMENT.values(Binding.RECORD, 1000);
    JsonCodec<List<Object>> codec = library.codec(Payload.DOCUMENT.list(Binding.RECORD));
    List<Object> actual = codec.fromBytes(Payload.DOCUMENT.json(1000));
    long inexact = 0;
    for (int i = 0; i < expected.size(); i++) {
      if (((Item) expected.get(i)).created_at() != ((Item) actual.get(i)).created_at()) {
        inexact++;
      }
    }
    return inexact;
  }

  private static List<Binding> supported(JsonLibrary library) {
    return Stream.of(Binding.values())
        .filter(binding -> library.supports(Payload.DOCUMENT.list(binding)).isSupported())
        .toList();
  }
}
