package requestpath.handler.language;

/**
 * An engine that only the Maven profile {@code languages} builds. Its classes are found as
 * services. Creating a provider does not load its engine.
 */
public interface EngineProvider {
  /** The engine that it provides. */
  LanguageEngine engine();

  /** Loads the functions into a new engine, for calls by this thread. */
  Program open();
}
