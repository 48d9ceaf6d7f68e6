package requestpath.handler.language;

/**
 * Opens an engine that only the Maven profile {@code languages} builds. {@link LanguageEngine}
 * finds the class by its name; loading it does not load its engine.
 */
public interface EngineProvider {
  /** Loads the functions into a new engine, for calls by this thread. */
  Program open();
}
