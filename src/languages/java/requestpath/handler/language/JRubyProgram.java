package requestpath.handler.language;

import java.time.Duration;
import java.util.List;
import org.jruby.RubyClass;
import org.jruby.embed.LocalContextScope;
import org.jruby.embed.ScriptingContainer;
import org.jruby.internal.runtime.methods.CompiledIRMethod;
import org.jruby.internal.runtime.methods.MixedModeIRMethod;
import org.jruby.util.cli.Options;

/**
 * The functions of {@code program.rb} by JRuby.
 *
 * <p>The script is run once by a <a
 * href="https://github.com/jruby/jruby/wiki/RedBridge">ScriptingContainer</a>. Its class implements
 * the Java interface, so Java calls the methods of its instance. A method is compiled to bytecode
 * of the JVM after fifty calls, which is <a
 * href="https://github.com/jruby/jruby/wiki/JRubyCompiler">the default</a>. Compiled code calls
 * methods through call sites of JRuby's own or, if asked, with {@code invokedynamic}: JRuby's page
 * on <a href="https://github.com/jruby/jruby/wiki/PerformanceTuning">performance</a> recommends to
 * test both, because it is often faster, but warms up longer. It is the default from JRuby 10 on.
 */
final class JRubyProgram extends ForwardingProgram {
  private static final List<String> METHODS = List.of("fib", "loop", "same");
  private static final Duration LONGEST_COMPILATION = Duration.ofSeconds(20);

  private final ScriptingContainer container;
  private final RubyClass type;
  private final boolean hasInvokedynamic;

  private JRubyProgram(
      ScriptingContainer container, Functions functions, boolean hasInvokedynamic) {
    super(functions);
    this.container = container;
    this.hasInvokedynamic = hasInvokedynamic;
    type = (RubyClass) container.runScriptlet("RubyFunctions");
  }

  /**
   * Runs the script.
   *
   * @param hasInvokedynamic whether compiled code has {@code invokedynamic}, in this JVM from now
   *     on
   */
  static JRubyProgram run(boolean hasInvokedynamic) {
    Options.COMPILE_INVOKEDYNAMIC.force(String.valueOf(hasInvokedynamic));
    ScriptingContainer container = new ScriptingContainer(LocalContextScope.SINGLETHREAD);
    Object instance = container.runScriptlet(Programs.text("program.rb"));
    JRubyProgram program =
        new JRubyProgram(
            container, container.getInstance(instance, Functions.class), hasInvokedynamic);
    program.compile();
    return program;
  }

  /**
   * Calls the methods until they are compiled, which is done beside the calls. Else the loop, for
   * which an interpreter takes long, would be interpreted in most of the few calls of a fork.
   */
  private void compile() {
    long end = System.nanoTime() + LONGEST_COMPILATION.toNanos();
    while (!METHODS.stream().allMatch(this::isCompiled) && System.nanoTime() < end) {
      fib(2);
      loop(3);
      same(1);
    }
  }

  @Override
  public String description() {
    return "JRuby "
        + Programs.version("jruby")
        + (hasInvokedynamic ? ", with invokedynamic" : ", without invokedynamic")
        + ", compiled: "
        + METHODS.stream().filter(this::isCompiled).toList();
  }

  private boolean isCompiled(String method) {
    return type.searchMethod(method) instanceof MixedModeIRMethod mixed
        && mixed.getActualMethod() instanceof CompiledIRMethod;
  }

  @Override
  public void close() {
    container.terminate();
  }
}
