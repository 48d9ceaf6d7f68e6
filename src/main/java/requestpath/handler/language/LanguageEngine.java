package requestpath.handler.language;

import java.util.Optional;
import requestpath.payload.Support;

/**
 * The engines that run the source articles' languages on the JVM. Each constant has its own body or
 * provider, so that choosing one does not load the others. The large engines are in the jar only if
 * it was built with the Maven profile {@code languages}.
 */
public enum LanguageEngine {
  /** Java: the baseline. */
  JAVA {
    @Override
    public Program open() {
      return new JavaProgram();
    }
  },
  /** Kotlin, compiled in the same build. */
  KOTLIN {
    @Override
    public Program open() {
      return new KotlinProgram();
    }
  },
  /** JavaScript by Rhino, compiled to bytecode of the JVM: its default. */
  RHINO {
    @Override
    public Program open() {
      return new RhinoProgram(false);
    }
  },
  /** JavaScript by Rhino's interpreter. */
  RHINO_INTERPRETED {
    @Override
    public Program open() {
      return new RhinoProgram(true);
    }
  },
  /** WebAssembly by Chicory, compiled to bytecode of the JVM at run time. */
  CHICORY {
    @Override
    public Program open() {
      return ChicoryProgram.compiled();
    }
  },
  /** WebAssembly by Chicory's interpreter: its default. */
  CHICORY_INTERPRETED {
    @Override
    public Program open() {
      return ChicoryProgram.interpreted();
    }
  },
  /** JavaScript by GraalJS, which only interprets on a JDK without the Graal compiler. */
  GRAALJS("GraalJsProvider", "https://www.graalvm.org/javascript/"),
  /** Python 2.7 by Jython, compiled to bytecode of the JVM. */
  JYTHON("JythonProvider", "https://www.jython.org/"),
  /** Ruby by JRuby, which compiles methods to bytecode of the JVM when they are called often. */
  JRUBY("JRubyProvider", "https://www.jruby.org/"),
  /** The same with {@code invokedynamic} in what it compiles: the default from JRuby 10 on. */
  JRUBY_INVOKEDYNAMIC("JRubyInvokedynamicProvider", "https://www.jruby.org/"),
  /** Groovy as it is by default: calls and operators are looked up at run time. */
  GROOVY("GroovyProvider", "https://groovy-lang.org/"),
  /** The same Groovy code with {@code @CompileStatic}. */
  GROOVY_STATIC("GroovyStaticProvider", "https://groovy-lang.org/");

  /** The home page of an engine that only the profile builds; else empty. */
  private final String home;

  /** The class that opens it, in this package; empty if the constant does. */
  private final String provider;

  LanguageEngine() {
    this("", "");
  }

  LanguageEngine(String provider, String home) {
    this.provider = provider;
    this.home = home;
  }

  /**
   * Loads the functions into a new engine, for calls by this thread.
   *
   * @throws UnsupportedOperationException when the jar was built without the engine
   */
  public Program open() {
    support().require();
    return provider().orElseThrow().open();
  }

  /** Whether the engine is in the jar. */
  public Support support() {
    return provider.isEmpty() || provider().isPresent()
        ? Support.YES
        : Support.no(
            "This jar was built without the engine: build it with"
                + " mvn -Planguages -DskipTests clean package",
            home);
  }

  private Optional<EngineProvider> provider() {
    try {
      Class<?> found = Class.forName(LanguageEngine.class.getPackageName() + "." + provider);
      return Optional.of((EngineProvider) found.getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
