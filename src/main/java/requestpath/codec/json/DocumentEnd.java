package requestpath.codec.json;

import requestpath.codec.AddedCheckException;
import requestpath.payload.Shape;

/** Where a document ends, for libraries that accept something behind it. */
final class DocumentEnd {
  private DocumentEnd() {}

  /**
   * Looks at the last character that is not blank.
   *
   * @throws AddedCheckException when it does not close the document
   */
  static void require(byte[] json, Shape<?> shape) throws AddedCheckException {
    int last = lastUnblank(json, json.length);
    if (last < 0 || json[last] != (shape.isList() ? ']' : '}')) {
      throw new AddedCheckException("the document does not end as a " + shape);
    }
  }

  /** The position of the last byte before the end that is not blank; -1 when there is none. */
  static int lastUnblank(byte[] json, int end) {
    int i = end - 1;
    while (i >= 0 && isBlank(json[i])) {
      i--;
    }
    return i;
  }

  /** Whether JSON allows the byte between its tokens. */
  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
