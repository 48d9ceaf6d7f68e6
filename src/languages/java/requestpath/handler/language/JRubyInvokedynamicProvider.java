package requestpath.handler.language;

/** Provides {@link LanguageEngine#JRUBY_INVOKEDYNAMIC}. */
public final class JRubyInvokedynamicProvider implements EngineProvider {
  @Override
  public Program open() {
    return JRubyProgram.run(true);
  }
}
