package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.MapDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.avaje.jsonb.Jsonb;
import io.github.wycst.wast.json.JSON;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.DatabindCodec;
import jakarta.json.JsonBuilderFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.SerializationException;
import kotlinx.serialization.SerializersKt;
import org.eclipse.parsson.JsonProviderImpl;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.codec.Equivalence;
import requestpath.codec.Jackson2Modules;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.ItemData;
import requestpath.payload.NumbersData;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import tools.jackson.module.blackbird.BlackbirdModule;

/** What rows say that libraries cannot do, seen to fail. */
class UnsupportedTest {
  @ParameterizedTest
  @EnumSource
  void aRowThatCannotSaysWhyAndWhoSaysSo(JsonLibrary library) {
    for (Payload payload : Payload.values()) {
      for (Binding binding : Binding.values()) {
        for (Support support :
            new Support[] {
              library.supports(payload.list(binding)),
              library.supportsEncoding(payload.one(binding)),
              library.supportsDecoding(payload.one(binding))
            }) {
          if (!support.isSupported()) {
            assertThat(support.reason()).isNotBlank();
            assertThat(support.source()).startsWith("https://");
          }
        }
      }
    }
  }

  @Test
  void avajeChangesIntegersInMapsByDefault() {
    Object read = Jsonb.builder().build().type(Object.class).fromJson("{\"n\":9007199254740993}");
    assertThat(((Map<?, ?>) read).get("n")).isEqualTo(9_007_199_254_740_992L);
  }

  @Test
  void avajeHasTheCodeThatItGenerated() {
    assertThat(JsonLibrary.AVAJE_JSONB.codec(Payload.DOCUMENT.list(Binding.RECORD)).description())
        .contains("generated requestpath.payload.ItemJsonAdapter");
  }

  @Test
  void dslJsonLeavesOutABooleanWithIsWhenItAnalysesAtRunTime() throws IOException {
    DslJson<Object> json = new DslJson<>(Settings.withRuntime());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    json.serialize(Payload.NESTED.values(Binding.BEAN, 1).get(0), written);
    assertThat(written.toString(UTF_8)).contains("\"total\"").doesNotContain("\"paid\"");
    assertThat(
            JsonLibrary.DSL_JSON_RUNTIME.codec(Payload.DOCUMENT.list(Binding.RECORD)).description())
        .doesNotContain("generated requestpath");
  }

  /** Later ones have the ClassFile API. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_24)
  void blackbirdOfJackson3RefusesAnOlderJava() {
    assertThatThrownBy(
            () ->
                tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(new BlackbirdModule())
                    .build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("requires Java 25");
  }

  @Test
  void blackbirdOfJackson3IsSkippedBeforeJava25() {
    Support support = JsonLibrary.JACKSON3_BLACKBIRD.supports(Shape.one(ItemBean.class));
    assertThat(support.on(24).isSupported()).isFalse();
    assertThat(support.on(24).reason()).contains("a Java before 25");
    assertThat(support.on(25).isSupported()).isTrue();
    assertThat(support).isEqualTo(support.on(Runtime.version().feature()));
    assertThat(Support.YES.and(() -> support)).isEqualTo(support);
    assertThat(support.and(() -> Support.YES)).isEqualTo(support);
    Support never = Support.no("never", "https://example.org");
    assertThat(support.and(() -> never).on(25)).isEqualTo(never);
    assertThat(never.and(() -> support).on(25)).isEqualTo(never);
    Support later = Support.fromJava(99, "later", "https://example.org");
    assertThat(support.and(() -> later)).isEqualTo(later);
    assertThat(later.and(() -> support)).isEqualTo(later);
  }

  @Test
  void vertxPicksTheCodecByTheClassPathAndBothVariantsNameTheirs() {
    assertThat(Json.CODEC).isInstanceOf(DatabindCodec.class);
    Shape<?> maps = Payload.DOCUMENT.list(Binding.MAP);
    assertThat(JsonLibrary.VERTX.codec(maps).description()).endsWith(".DatabindCodec");
    assertThat(JsonLibrary.VERTX_WITHOUT_DATABIND.codec(maps).description())
        .endsWith(".JacksonCodec");
  }

  @Test
  void vertxMapsClassesWithJacksonsDatabind() {
    Item item = (Item) Payload.DOCUMENT.values(Binding.RECORD, 1).get(0);
    assertThat(JsonObject.mapFrom(item).getMap())
        .isEqualTo(new ObjectMapper().convertValue(item, Map.class));
  }

  @Test
  void orgJsonReadsNoRecordAndDropsNull() {
    JSONObject json = new JSONObject("{\"id\":1}");
    assertThatThrownBy(() -> json.fromJson(Item.class)).isInstanceOf(RuntimeException.class);
    assertThat(new JSONObject(new Item(1, null, "d", "t", 2, 3)).has("name")).isFalse();
  }

  @Test
  void kotlinxHasNoSerializerOfJavasClassesNorOfAnyObject() {
    for (Class<?> type : List.of(Item.class, ItemBean.class, Object.class)) {
      assertThatThrownBy(() -> SerializersKt.serializer(type))
          .isInstanceOf(SerializationException.class);
    }
    assertThat(SerializersKt.serializer(ItemData.class).getDescriptor().getElementsCount())
        .isEqualTo(Item.class.getRecordComponents().length);
  }

  /** Found here: its check for an overflow sees only some. */
  @Test
  void kotlinxWrapsSomeIntegersBeyondALong() throws IOException {
    JsonCodec<Object> codec = JsonLibrary.KOTLINX.codec(Payload.NUMBERS.one(Binding.RECORD));
    String json =
        "{\"id\":1,\"counter\":56985389108390080512,\"offset\":0,\"amount\":0,\"ratio\":0,"
            + "\"factor\":0}";
    assertThat(((NumbersData) codec.fromBytes(json.getBytes(UTF_8))).getCounter())
        .isEqualTo(1_645_156_887_261_425_664L);
  }

  @Test
  void jacksonsModuleForKotlinLeavesJavasClassesAlone() {
    Module module = Jackson2Modules.Kotlin.module();
    ObjectMapper mapper = JsonMapper.builder().addModule(module).build();
    for (Class<?> type : List.of(Item.class, ItemBean.class)) {
      assertThatThrownBy(() -> Jackson2Modules.Kotlin.requireEffect(mapper, module, type))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("left " + type.getName() + " to reflection");
    }
    assertThatThrownBy(() -> Jackson2Modules.Kotlin.requireEffect(mapper, module, Map.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("java.util.Map is read by " + MapDeserializer.class.getName());
    assertThat(Jackson2Modules.Kotlin.requireEffect(mapper, module, ItemData.class))
        .endsWith(" in the constructor of requestpath.payload.ItemData");
  }

  @Test
  void parssonTakesNoRecord() {
    JsonBuilderFactory builders = new JsonProviderImpl().createBuilderFactory(Map.of());
    Map<String, Object> map = Map.of("item", new Item(1, "n", "d", "t", 2, 3));
    assertThatThrownBy(() -> builders.createObjectBuilder(map))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wastWritesBrokenBytesForATextOfOneCharacterBeyondAscii() {
    byte[] bytes = JSON.toJsonBytes(Map.of("type", "é"));
    assertThat(new String(bytes, UTF_8)).isNotEqualTo("{\"type\":\"é\"}");
    assertThat(JSON.toJsonString(Map.of("type", "é"))).isEqualTo("{\"type\":\"é\"}");
  }

  @Test
  void avajeReadsSomeMagnitudesWrongByDefault() throws IOException {
    List<Object> values = Payload.NUMBERS.values(Binding.RECORD, 1000);
    List<Object> read =
        JsonLibrary.AVAJE_JSONB_INEXACT
            .codec(Payload.NUMBERS.list(Binding.RECORD))
            .fromBytes(Payload.NUMBERS.json(1000));
    assertThat(Equivalence.ONE_ULP.difference(values, read)).isPresent();
  }
}
