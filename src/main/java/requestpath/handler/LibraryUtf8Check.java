package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Is this array well-formed UTF-8, as RFC 3629 defines it: no surrogates, nothing overlong, nothing
 * above U+10FFFF? With what the JDK and Guava have for it.
 */
public final class LibraryUtf8Check {
  private LibraryUtf8Check() {}

  /** The JDK's decoder, set to report malformed input; the text is not used. */
  public static boolean jdkDecoder(byte[] bytes) {
    try {
      CharBuffer text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.remaining() <= bytes.length;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The JDK's String: what is malformed becomes U+FFFD, so it must not be there unless it was sent.
   */
  public static boolean jdkString(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(UTF_8), bytes);
  }

  /** Guava's {@code Utf8.isWellFormed}, which makes no text. */
  public static boolean guava(byte[] bytes) {
    return Utf8.isWellFormed(bytes);
  }
}
