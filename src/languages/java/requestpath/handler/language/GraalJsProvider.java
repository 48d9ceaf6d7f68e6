package requestpath.handler.language;

/** Provides {@link LanguageEngine#GRAALJS}. */
public final class GraalJsProvider implements EngineProvider {
  @Override
  public Program open() {
    return new GraalJsProgram();
  }
}
