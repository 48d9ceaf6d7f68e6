package requestpath.handler.language;

/** Provides {@link LanguageEngine#GROOVY}. */
public final class GroovyProvider implements EngineProvider {
  @Override
  public Program open() {
    return GroovyProgram.compile(false);
  }
}
