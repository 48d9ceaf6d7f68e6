package requestpath.msgpack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import requestpath.payload.Artifacts;
import requestpath.payload.Shape;

/**
 * jackson-dataformat-msgpack: Jackson 2 databind over msgpack-core.
 *
 * <p>One {@code MessagePackMapper}, from it one {@code ObjectWriter} and one {@code ObjectReader}
 * for the shape, as with Jackson itself. The factory reuses its packer and unpacker for each thread
 * by default (https://github.com/msgpack/msgpack-java/blob/develop/msgpack-jackson/README.md). Its
 * generator keeps the document as a tree of nodes before it writes, as headers need to know how
 * many members follow; that is its design and part of its time. Short strings are read in the
 * platform's character set on JDK 17, hence {@code -Dfile.encoding=UTF-8} in every fork.
 */
final class JacksonMsgPackCodec<T> implements MsgPackCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;

  JacksonMsgPackCodec(Shape<T> shape) {
    MessagePackMapper mapper = new MessagePackMapper();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  @Override
  public byte[] toBytes(T value) throws JsonProcessingException {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    return reader.readValue(message);
  }

  @Override
  public String description() {
    return "jackson-dataformat-msgpack "
        + Artifacts.version("org.msgpack:jackson-dataformat-msgpack")
        + " over jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes, ObjectReader.readValue(byte[]), bound by reflection";
  }
}
