package requestpath.store;

/**
 * A store failed: one sentence that names it, without a stack trace, since the fault is outside of
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
   * @param address the server, as the reader named it
   */
  static StoreException of(RedisAddress address, RuntimeException failure) {
    Throwable innermost = innermost(failure);
    String message = innermost.getMessage();
    String reason = message == null ? innermost.getClass().getSimpleName() : message;
    return new StoreException(
        "Redis at " + address + " failed: " + reason.lines().findFirst().orElse("") + hint(reason));
  }

  /** Jedis keeps the reason that a connection was refused as a suppressed exception. */
  private static Throwable innermost(Throwable failure) {
    if (failure.getCause() != null) {
      return innermost(failure.getCause());
    }
    Throwable[] suppressed = failure.getSuppressed();
    return suppressed.length > 0 ? innermost(suppressed[0]) : failure;
  }

  private static String hint(String reason) {
    if (reason.contains("NOAUTH")) {
      return " (name one that wants no password, or leave -p redis out and the run starts its own)";
    }
    return "";
  }
}
