package requestpath.handler.language;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;

/**
 * The functions of {@code program.js} by GraalJS.
 *
 * <p>There is one Context. The script is evaluated once, and {@link Value#execute} calls its
 * functions many times, as in <a
 * href="https://www.graalvm.org/jdk25/reference-manual/embed-languages/">the guide to
 * embedding</a>. On a JDK without the Graal compiler it only interprets, and is much slower than
 * with it: <a href="https://www.graalvm.org/jdk25/reference-manual/js/RunOnJDK/">Run GraalJS on a
 * Stock JDK</a>. The description says which of both it was. The option turns the warning of that
 * off.
 */
final class GraalJsProgram implements Program {
  private static final String LANGUAGE = "js";

  private final Context context;
  private final Value fib;
  private final Value loop;
  private final Value same;

  /** Evaluates the script. */
  GraalJsProgram() {
    context = Context.newBuilder(LANGUAGE).option("engine.WarnInterpreterOnly", "false").build();
    context.eval(LANGUAGE, Programs.text("program.js"));
    Value bindings = context.getBindings(LANGUAGE);
    fib = bindings.getMember("fib");
    loop = bindings.getMember("loop");
    same = bindings.getMember("same");
  }

  @Override
  public int fib(int n) {
    return fib.execute(n).asInt();
  }

  @Override
  public int loop(int iterations) {
    return loop.execute(iterations).asInt();
  }

  @Override
  public int same(int number) {
    return same.execute(number).asInt();
  }

  @Override
  public String description() {
    Engine engine = context.getEngine();
    boolean isInterpreted = engine.getImplementationName().equals("Interpreted");
    return "GraalJS "
        + Programs.version("graaljs")
        + (isInterpreted
            ? ", interpreted: there is no Graal compiler"
            : ", compiled by " + engine.getImplementationName());
  }

  @Override
  public void close() {
    context.close();
  }
}
