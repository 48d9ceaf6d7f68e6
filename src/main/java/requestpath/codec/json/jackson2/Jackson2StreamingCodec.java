package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonDescriptor;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * Jackson 2 without databind: fields are written to its generator and read from its parser by hand,
 * which its documentation calls the way with the least overhead
 * (https://github.com/FasterXML/jackson-docs/wiki/JacksonStreamingApi).
 *
 * <p>One {@code JsonFactory} for all threads, for it holds the table of names and the buffers; a
 * generator and a parser for each document, closed so that their buffers return
 * (https://github.com/FasterXML/jackson-docs/wiki/Presentation:-Jackson-Performance). Names of
 * fields are {@code SerializedString}s, which are escaped and encoded once. Documents are written
 * into the growing buffers that databind uses, from the same pool, and read with {@code
 * nextFieldName} in any order of fields. The reader and writer of doubles are the slow ones, as in
 * JACKSON2, so that what is missing is databind and nothing else; in a variant of its own they are
 * the fast ones, as in JACKSON2_FAST_NUMBERS.
 *
 * <p>Compared with JACKSON2_FAST_NUMBERS, JACKSON2_STREAMING_FAST_NUMBERS shows the share of
 * databind in Jackson 2. There is no variant for the streaming of Jackson 3: JACKSON3_SERIALIZERS
 * reads with its {@code nextNameMatchAndToken}, which looks names up without making texts of them.
 *
 * <p>What is added by hand to make the contract equal to the others': null; unknown fields are
 * skipped; what follows the document is refused. Depth is limited to 1000 both ways and strings to
 * 20 million characters, by its own constraints. Stricter than databind: a number is not taken for
 * text, nor text or null for a number.
 */
public final class Jackson2StreamingCodec<T> implements JsonCodec<T> {
  /** How values of one Java type are written and read. */
  interface Template<T> {
    void write(JsonGenerator generator, T value) throws IOException;

    /** The value that begins with the parser's current token, up to its last token. */
    T read(JsonParser parser) throws IOException;
  }

  private final JsonFactory factory;
  private final boolean fastNumbers;
  private final Template<T> template;

  /**
   * Reads and writes doubles with the fast code, which is off by default, or as it comes.
   *
   * @throws UnsupportedOperationException when there is no template for the shape
   */
  public Jackson2StreamingCodec(Shape<T> shape, boolean fastNumbers) {
    this.fastNumbers = fastNumbers;
    factory =
        JsonFactory.builder()
            .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, fastNumbers)
            .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers)
            .build();
    template = template(shape);
  }

  /** What is known of the variant before it runs. */
  public static JsonDescriptor descriptor() {
    return JsonDescriptor.supporting(Jackson2StreamingCodec::supports)
        .reading(Jackson2Codec.parserLimits());
  }

  private static Support supports(Shape<?> shape) {
    return elementTemplate(shape.element()) == null
        ? Support.no(
            "it binds no types: fields are written by hand, here not for "
                + shape.element().getSimpleName(),
            "https://github.com/FasterXML/jackson-docs/wiki/JacksonStreamingApi")
        : Support.YES;
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    BufferRecycler recycler = factory._getBufferRecycler();
    try (ByteArrayBuilder output = new ByteArrayBuilder(recycler)) {
      try (JsonGenerator generator = factory.createGenerator(output, JsonEncoding.UTF8)) {
        template.write(generator, value);
      }
      return output.getClearAndRelease();
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    } finally {
      recycler.releaseToPool();
    }
  }

  @Override
  public String toText(T value) throws IOException {
    BufferRecycler recycler = factory._getBufferRecycler();
    try (SegmentedStringWriter output = new SegmentedStringWriter(recycler)) {
      try (JsonGenerator generator = factory.createGenerator(output)) {
        template.write(generator, value);
      }
      return output.getAndClear();
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    } finally {
      recycler.releaseToPool();
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    try (JsonParser parser = factory.createParser(json)) {
      parser.nextToken();
      T value = template.read(parser);
      if (parser.nextToken() != null) {
        throw new AddedCheckException("more follows the document");
      }
      return value;
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "jackson-core "
        + factory.version()
        + ": JsonGenerator and JsonParser from one JsonFactory, fields by hand, fast reader and"
        + " writer of doubles "
        + (fastNumbers ? "on" : "off");
  }

  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  private static <T> Template<T> template(Shape<T> shape) {
    Template<?> element = elementTemplate(shape.element());
    if (element == null) {
      throw new UnsupportedOperationException(supports(shape).reason());
    }
    return (Template<T>) (shape.isList() ? new ListTemplate<>(element) : element);
  }

  /** The template of one element; null when nobody wrote one. */
  static @Nullable Template<?> elementTemplate(Class<?> element) {
    Template<?> template = Jackson2StreamingRecords.template(element);
    if (template == null) {
      template = Jackson2StreamingBeans.template(element);
    }
    return template == null ? Jackson2StreamingMaps.template(element) : template;
  }

  /** A list of values that share a template. */
  private record ListTemplate<E>(Template<E> element) implements Template<List<E>> {
    @Override
    public void write(JsonGenerator generator, List<E> values) throws IOException {
      Jackson2Streaming.writeList(generator, values, element);
    }

    @Override
    public List<E> read(JsonParser parser) throws IOException {
      return Jackson2Streaming.readList(parser, element);
    }
  }
}
