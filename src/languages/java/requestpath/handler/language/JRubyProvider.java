package requestpath.handler.language;

/** Provides {@link LanguageEngine#JRUBY}. */
public final class JRubyProvider implements EngineProvider {
  @Override
  public LanguageEngine engine() {
    return LanguageEngine.JRUBY;
  }

  @Override
  public Program open() {
    return JRubyProgram.run();
  }
}
