package requestpath.handler.language;

import java.util.stream.Stream;
import org.jruby.RubyClass;
import org.jruby.RubyInstanceConfig.CompileMode;
import org.jruby.embed.LocalContextScope;
import org.jruby.embed.ScriptingContainer;
import org.jruby.internal.runtime.methods.CompiledIRMethod;
import org.jruby.internal.runtime.methods.MixedModeIRMethod;

/**
 * The functions of {@code program.rb} by JRuby.
 *
 * <p>The script is run once by a <a
 * href="https://github.com/jruby/jruby/wiki/RedBridge">ScriptingContainer</a>. Its class implements
 * the Java interface, so Java calls the methods of its instance. The compile mode is that of the
 * {@code jruby} command: a method is compiled to bytecode of the JVM after fifty calls. Without it
 * a container only interprets.
 */
final class JRubyProgram extends ForwardingProgram {
  private final ScriptingContainer container;
  private final RubyClass type;

  private JRubyProgram(ScriptingContainer container, Functions functions) {
    super(functions);
    this.container = container;
    type = (RubyClass) container.runScriptlet("RubyFunctions");
  }

  /** Runs the script. */
  static JRubyProgram run() {
    ScriptingContainer container = new ScriptingContainer(LocalContextScope.SINGLETHREAD);
    container.setCompileMode(CompileMode.JIT);
    Object instance = container.runScriptlet(Programs.text("program.rb"));
    return new JRubyProgram(container, container.getInstance(instance, Functions.class));
  }

  @Override
  public String description() {
    return "JRuby "
        + Programs.version("jruby")
        + ", compiled: "
        + Stream.of("fib", "loop", "same").filter(this::isCompiled).toList();
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
