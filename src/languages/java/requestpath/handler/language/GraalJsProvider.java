package requestpath.handler.language;

/** Provides {@link LanguageEngine#GRAALJS}. */
public final class GraalJsProvider implements EngineProvider {
  @Override
  public LanguageEngine engine() {
    return LanguageEngine.GRAALJS;
  }

  @Override
  public Program open() {
    return new GraalJsProgram();
  }
}
