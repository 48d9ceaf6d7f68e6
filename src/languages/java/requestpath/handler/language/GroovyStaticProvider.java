package requestpath.handler.language;

/** Provides {@link LanguageEngine#GROOVY_STATIC}. */
public final class GroovyStaticProvider implements EngineProvider {
  @Override
  public Program open() {
    return GroovyProgram.compile(true);
  }
}
