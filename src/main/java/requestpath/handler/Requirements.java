package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Operation;
import requestpath.codec.WrongAnswerException;

/**
 * Conditions that correctness checks of handlers share. They throw {@link WrongAnswerException}.
 */
final class Requirements {
  private Requirements() {}

  /** Requires that they are equal. */
  static void requireEqual(@Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new WrongAnswerException("expected " + expected + " but was " + actual);
    }
  }

  /** Requires that the answer is this text in UTF-8. */
  static void requireText(byte[] answer, String expected) {
    String text = new String(answer, UTF_8);
    if (!text.equals(expected)) {
      throw new WrongAnswerException(
          "the answer is \"" + expected + "\" but it gives \"" + text + "\"");
    }
  }

  /** Requires that the request is refused by such an exception, not by a failure of the store. */
  static <I> void requireRefusal(
      Operation<I, ?> handler, I request, String what, Class<? extends Exception> refusal)
      throws Exception {
    try {
      handler.apply(request);
    } catch (Exception refused) {
      if (refusal.isInstance(refused) && !(refused instanceof StoreException)) {
        return;
      }
      throw refused;
    }
    throw new WrongAnswerException("it accepts " + what);
  }
}
