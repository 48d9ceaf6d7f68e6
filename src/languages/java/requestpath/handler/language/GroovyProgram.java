package requestpath.handler.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.tools.GroovyClass;

/**
 * The functions of {@code program.groovy}.
 *
 * <p>The class is compiled once by a <a
 * href="https://docs.groovy-lang.org/latest/html/documentation/guide-integrating.html">CompilationUnit</a>.
 * It implements the Java interface, so Java calls the methods of its instance. Both forms are the
 * same text; {@code @CompileStatic} is added by a <a
 * href="https://docs.groovy-lang.org/latest/html/documentation/core-domain-specific-languages.html#compilation-customizers">customizer</a>.
 */
final class GroovyProgram extends ForwardingProgram {
  /** The class that links dynamic calls; the constant pool of a class that has any names it. */
  private static final String LINKS_DYNAMIC_CALLS = "org/codehaus/groovy/vmplugin/v8/IndyInterface";

  private final boolean isDynamic;

  private GroovyProgram(Functions functions, boolean isDynamic) {
    super(functions);
    this.isDynamic = isDynamic;
  }

  /**
   * Compiles the class.
   *
   * @param isStatic with {@code @CompileStatic}
   */
  static GroovyProgram compile(boolean isStatic) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    if (isStatic) {
      configuration.addCompilationCustomizers(new ASTTransformationCustomizer(CompileStatic.class));
    }
    GroovyClassLoader loader =
        new GroovyClassLoader(GroovyProgram.class.getClassLoader(), configuration);
    CompilationUnit unit = new CompilationUnit(configuration, null, loader);
    unit.addSource("program.groovy", Programs.text("program.groovy"));
    unit.compile(Phases.CLASS_GENERATION);
    GroovyClass compiled = unit.getClasses().get(0);
    return new GroovyProgram(
        instance(loader.defineClass(compiled.getName(), compiled.getBytes())),
        new String(compiled.getBytes(), ISO_8859_1).contains(LINKS_DYNAMIC_CALLS));
  }

  private static Functions instance(Class<?> type) {
    try {
      return (Functions) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String description() {
    return "Groovy "
        + Programs.version("groovy")
        + ", compiled "
        + (isDynamic ? "with dynamic calls" : "without dynamic calls");
  }
}
