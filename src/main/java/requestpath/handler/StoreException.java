package requestpath.handler;

import java.net.UnknownHostException;

/**
 * A store failed: one sentence that names it. It has no stack trace, because the fault is outside
 * this program.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Failed, in one sentence. */
  public StoreException(String sentence) {
    super(sentence, null, false, false);
  }

  /**
   * Failed for the reason that a client's exception gives, innermost cause first.
   *
   * @param address the server, as the user named it
   */
  static StoreException of(RedisAddress address, RuntimeException failure) {
    return new StoreException(
        "Redis at "
            + address
            + " failed: "
            + reason(innermost(failure))
            + " (-p redis=HOST:PORT names the server, -p redis=own one that the run starts itself)");
  }

  /** The client's own message, or a better one where it says too little or too much. */
  private static String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("NOAUTH")) {
      return "it wants a password, and none can be given here";
    }
    if (message.contains("timed out")) {
      return "it does not answer within " + StoreKind.TIMEOUT.toSeconds() + " seconds";
    }
    if (message.contains("Invalid first byte") || message.contains("Unknown reply")) {
      return "what answers there is no Redis";
    }
    if (failure instanceof UnknownHostException) {
      return "no machine of that name is known";
    }
    return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }

  /** Jedis keeps the reason that a connection was refused as a suppressed exception. */
  private static Throwable innermost(Throwable failure) {
    if (failure.getCause() != null) {
      return innermost(failure.getCause());
    }
    Throwable[] suppressed = failure.getSuppressed();
    return suppressed.length > 0 ? innermost(suppressed[0]) : failure;
  }
}
