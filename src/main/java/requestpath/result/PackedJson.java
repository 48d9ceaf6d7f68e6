package requestpath.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a run, packed by gzip, its fractions rounded to six digits. JMH writes seventeen, of
 * which a clock knows at most six: it ticks every 20 to 30 ns, and an iteration takes 20 ms. The
 * others are noise, and noise cannot be packed.
 */
public final class PackedJson {
  private static final MathContext DIGITS = new MathContext(6);

  private PackedJson() {}

  /**
   * The same file, rounded and packed.
   *
   * @param file JSON, which may be packed
   * @throws ResultException when it cannot be read, or is no JSON
   */
  public static byte[] of(Path file) throws ResultException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = ResultFiles.open(file);
        JsonParser parser = JmhResults.JSON.createParser(in);
        OutputStream packed = new Smallest(bytes);
        JsonGenerator generator = JmhResults.JSON.createGenerator(packed)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && !parser.isNaN()) {
          generator.writeNumber(new BigDecimal(parser.getText()).round(DIGITS).doubleValue());
        } else {
          generator.copyCurrentEvent(parser);
        }
      }
    } catch (JsonProcessingException e) {
      throw new ResultException(file + " is no JSON, or is cut short: restore it");
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + e.getMessage());
    }
    return bytes.toByteArray();
  }

  private static final class Smallest extends GZIPOutputStream {
    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
