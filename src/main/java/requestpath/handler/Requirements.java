package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Operation;
import requestpath.codec.WrongAnswerException;

/** What every correctness check of a handler asks; whatever is not so is a wrong answer. */
final class Requirements {
  private Requirements() {}

  /** That they are equal. */
  static void requireEqual(@Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new WrongAnswerException("expected " + expected + " but was " + actual);
    }
  }

  /** That the answer is this text in UTF-8. */
  static void requireText(byte[] answer, String expected) {
    String text = new String(answer, UTF_8);
    if (!text.equals(expected)) {
      throw new WrongAnswerException(
          "the answer is \"" + expected + "\" but it gives \"" + text + "\"");
    }
  }

  /** That the request is refused by such an exception, and not because the store failed. */
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
