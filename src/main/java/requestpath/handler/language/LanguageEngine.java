package requestpath.handler.language;

import java.util.Optional;
import java.util.ServiceLoader;
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
  GRAALJS("https://www.graalvm.org/javascript/"),
  /** Python 2.7 by Jython, compiled to bytecode of the JVM. */
  JYTHON("https://www.jython.org/"),
  /** Ruby by JRuby, which compiles methods to bytecode of the JVM when they are called often. */
  JRUBY("https://www.jruby.org/"),
  /** Groovy as it is by default: calls and operators are looked up at run time. */
  GROOVY("https://groovy-lang.org/"),
  /** The same Groovy code with {@code @CompileStatic}. */
  GROOVY_STATIC("https://groovy-lang.org/");

  /** The home page of an engine that only the profile builds; else empty. */
  private final String home;

  LanguageEngine() {
    this("");
  }

  LanguageEngine(String home) {
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
    return home.isEmpty() || provider().isPresent()
        ? Support.YES
        : Support.no(
            "This jar was built without the engine: build it with"
                + " mvn -Planguages -DskipTests clean package",
            home);
  }

  private Optional<EngineProvider> provider() {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.engine() == this)
        .findFirst();
  }
}
