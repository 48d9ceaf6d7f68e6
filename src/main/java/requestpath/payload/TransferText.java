package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A cached answer: a text with as many bytes as the reference payload. */
public enum TransferText {
  /** The reference payload itself: each byte is a character. */
  ASCII {
    @Override
    public byte[] bytes() {
      return Payload.DOCUMENT.json(RECORDS);
    }
  },
  /** Words of one-, two-, three- and four-byte characters, mixed as in a page of many scripts. */
  MIXED {
    @Override
    public byte[] bytes() {
      int length = Payload.DOCUMENT.json(RECORDS).length;
      byte[] phrase = "plain text, größer, ελληνικά, русский, 日本語の文, 😀🚀 ".getBytes(UTF_8);
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) '.');
      for (int at = 0; at + phrase.length <= length; at += phrase.length) {
        System.arraycopy(phrase, 0, bytes, at, phrase.length);
      }
      return bytes;
    }
  };

  private static final int RECORDS = 1000;

  /** The text in UTF-8, in a new array. */
  public abstract byte[] bytes();
}
