package requestpath.handler.language;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JSFunction;
import org.mozilla.javascript.ScriptableObject;

/**
 * The functions of {@code program.js} by Rhino.
 *
 * <p>A thread enters a Context once; the script is evaluated once and its functions are called many
 * times, as in <a href="https://rhino.github.io/tutorials/embedding_tutorial/">Rhino's embedding
 * tutorial</a>. Rhino compiles scripts to classes, with all optimizations, unless {@link
 * Context#setInterpretedMode} says otherwise.
 */
final class RhinoProgram implements Program {
  private final Context context;
  private final ScriptableObject scope;
  private final Function fib;
  private final Function loop;
  private final Function same;

  /**
   * Evaluates the script.
   *
   * @param isInterpreted whether Rhino interprets it instead of compiling it
   */
  RhinoProgram(boolean isInterpreted) {
    context = Context.enter();
    context.setInterpretedMode(isInterpreted);
    scope = context.initStandardObjects();
    context.evaluateString(scope, Programs.text("program.js"), "program.js", 1, null);
    fib = function("fib");
    loop = function("loop");
    same = function("same");
  }

  private Function function(String name) {
    return (Function) ScriptableObject.getProperty(scope, name);
  }

  @Override
  public int fib(int n) {
    return call(fib, n);
  }

  @Override
  public int loop(int iterations) {
    return call(loop, iterations);
  }

  @Override
  public int same(int number) {
    return call(same, number);
  }

  private int call(Function function, int argument) {
    Object result = function.call(context, scope, scope, new Object[] {argument});
    return ((Number) result).intValue();
  }

  @Override
  public String description() {
    // In org.mozilla.javascript.gen are the classes that Rhino compiles scripts to.
    Class<?> code = ((JSFunction) fib).getDescriptor().getCode().getClass();
    boolean isCompiled = code.getPackageName().equals("org.mozilla.javascript.gen");
    return "Rhino "
        + Programs.version("rhino")
        + (isCompiled ? ", compiled to " : ", interpreted from ")
        + code.getName();
  }

  @Override
  public void close() {
    Context.exit();
  }
}
