package requestpath.handler.language;

/** Provides {@link LanguageEngine#JYTHON}. */
public final class JythonProvider implements EngineProvider {
  @Override
  public Program open() {
    return new JythonProgram();
  }
}
