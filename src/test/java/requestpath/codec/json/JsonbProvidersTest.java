package requestpath.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.eclipse.parsson.JsonProviderImpl;
import org.junit.jupiter.api.Test;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/**
 * Two implementations of JSON-B and of JSON-P stand on one class path, and each variant reads and
 * writes with its own implementation of JSON-P, whichever the class path has first.
 */
class JsonbProvidersTest {
  /** Where JSON-P looks first for the name of an implementation. */
  private static final String PROVIDER = "jakarta.json.provider";

  @Test
  void yassonLooksForNoProvider() throws IOException {
    assertThat(lookUps(JsonLibrary.YASSON)).isZero();
  }

  @Test
  void parssonLooksForNoProvider() throws IOException {
    assertThat(lookUps(JsonLibrary.PARSSON)).isZero();
  }

  /** It looks for one when it is built; it would fail if it read or wrote with that. */
  @Test
  void johnzonUsesNoProviderThatItFinds() throws IOException {
    assertThat(lookUps(JsonLibrary.JOHNZON)).isPositive();
  }

  /** How often a library asks for any provider while it is set up, writes and reads. */
  private static int lookUps(JsonLibrary library) throws IOException {
    String before = System.getProperty(PROVIDER);
    System.setProperty(PROVIDER, Found.class.getName());
    try {
      assertThat(JsonProvider.provider()).isInstanceOf(Found.class);
      Found.made = 0;
      for (Binding binding : Binding.values()) {
        if (!library.supports(Payload.DOCUMENT.list(binding)).isSupported()) {
          continue;
        }
        List<Object> values = Payload.DOCUMENT.values(binding, 3);
        JsonCodec<List<Object>> codec = library.codec(Payload.DOCUMENT.list(binding));
        assertThat(codec.toText(values)).isNotEmpty();
        assertThat(library.equivalence().difference(values, codec.fromBytes(codec.toBytes(values))))
            .isEmpty();
      }
      return Found.made;
    } finally {
      if (before == null) {
        System.clearProperty(PROVIDER);
      } else {
        System.setProperty(PROVIDER, before);
      }
    }
  }

  /** A provider that neither reads nor writes. */
  public static final class Found extends JsonProvider {
    private static int made;

    private final JsonProvider builders = new JsonProviderImpl();

    /** For JSON-P, which makes it by its name. */
    public Found() {
      made++;
    }

    private static AssertionError used() {
      return new AssertionError("the provider that was found is used");
    }

    @Override
    public JsonParser createParser(Reader reader) {
      throw used();
    }

    @Override
    public JsonParser createParser(InputStream in) {
      throw used();
    }

    @Override
    public JsonParserFactory createParserFactory(Map<String, ?> config) {
      throw used();
    }

    @Override
    public JsonGenerator createGenerator(Writer writer) {
      throw used();
    }

    @Override
    public JsonGenerator createGenerator(OutputStream out) {
      throw used();
    }

    @Override
    public JsonGeneratorFactory createGeneratorFactory(Map<String, ?> config) {
      throw used();
    }

    @Override
    public JsonReader createReader(Reader reader) {
      throw used();
    }

    @Override
    public JsonReader createReader(InputStream in) {
      throw used();
    }

    @Override
    public JsonReaderFactory createReaderFactory(Map<String, ?> config) {
      throw used();
    }

    @Override
    public JsonWriter createWriter(Writer writer) {
      throw used();
    }

    @Override
    public JsonWriter createWriter(OutputStream out) {
      throw used();
    }

    @Override
    public JsonWriterFactory createWriterFactory(Map<String, ?> config) {
      throw used();
    }

    @Override
    public JsonArrayBuilder createArrayBuilder() {
      throw used();
    }

    @Override
    public JsonObjectBuilder createObjectBuilder() {
      throw used();
    }

    @Override
    public JsonBuilderFactory createBuilderFactory(Map<String, ?> config) {
      return builders.createBuilderFactory(config);
    }
  }
}
