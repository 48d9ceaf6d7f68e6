package requestpath.handler.language;

/** Provides {@link LanguageEngine#JRUBY}. */
public final class JRubyProvider implements EngineProvider {
  @Override
  public Program open() {
    return JRubyProgram.run(false);
  }
}
