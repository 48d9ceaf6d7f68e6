package requestpath.codec.json;

import requestpath.codec.AddedCheckException;
import requestpath.payload.Shape;

/** Whether a document ends as its shape must, for libraries that accept something behind it. */
final class DocumentEnd {
  private DocumentEnd() {}

  /**
   * Looks at the last character that is not blank.
   *
   * @throws AddedCheckException when it does not close the document
   */
  static void require(byte[] json, Shape<?> shape) throws AddedCheckException {
    int last = json.length - 1;
    while (last >= 0
        && (json[last] == ' ' || json[last] == '\n' || json[last] == '\r' || json[last] == '\t')) {
      last--;
    }
    if (last < 0 || json[last] != (shape.isList() ? ']' : '}')) {
      throw new AddedCheckException("the document does not end as a " + shape);
    }
  }
}
