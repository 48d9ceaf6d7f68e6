package requestpath.handler.language;

/**
 * The functions in one language, loaded into one engine. A program belongs to the thread that
 * opened it.
 */
public interface Program extends Functions, AutoCloseable {
  /**
   * The engine, its version, and how it runs the functions: interpreted or compiled, as far as the
   * engine tells. Asked after some calls, because some engines compile later.
   */
  String description();

  /** Releases the engine. The functions cannot be called afterwards. */
  @Override
  default void close() {
    // Most engines hold nothing.
  }
}
