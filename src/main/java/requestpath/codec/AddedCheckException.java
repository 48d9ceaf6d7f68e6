package requestpath.codec;

import java.io.IOException;

/**
 * A codec refuses what its library would have accepted, or would have ended in an error for: the
 * check is the variant's and not the library's, and whoever reports on the library says so.
 */
public final class AddedCheckException extends IOException {
  private static final long serialVersionUID = 1;

  /** Refused, for this reason. */
  public AddedCheckException(String reason) {
    super(reason);
  }

  /** Refused instead of the error that a library ends in when values are nested deeply. */
  public AddedCheckException(StackOverflowError error) {
    super("nested too deeply", error);
  }
}
