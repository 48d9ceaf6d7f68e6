package requestpath.handler.language;

import java.util.Properties;
import org.python.core.Py;
import org.python.core.PyFunction;
import org.python.core.PyObject;
import org.python.core.PySystemState;
import org.python.util.PythonInterpreter;

/**
 * The functions of {@code program.py} by Jython, which compiles modules to bytecode of the JVM.
 *
 * <p>The module is executed once by a <a
 * href="https://www.jython.org/jython-old-sites/archive/21/docs/embedding.html">PythonInterpreter</a>.
 * Its functions are called many times by {@link PyFunction#__call__(PyObject)}.
 */
final class JythonProgram implements Program {
  private final PythonInterpreter interpreter;
  private final PyFunction fib;
  private final PyFunction loop;
  private final PyFunction same;

  /** Executes the module. */
  JythonProgram() {
    Properties properties = new Properties();
    // It would list the classes of the whole jar in a directory of the user.
    properties.setProperty("python.cachedir.skip", "true");
    properties.setProperty("python.import.site", "false");
    PySystemState.initialize(System.getProperties(), properties);
    interpreter = new PythonInterpreter();
    interpreter.exec(interpreter.compile(Programs.text("program.py"), "program.py"));
    fib = function("fib");
    loop = function("loop");
    same = function("same");
  }

  private PyFunction function(String name) {
    return (PyFunction) interpreter.get(name);
  }

  @Override
  public int fib(int n) {
    return fib.__call__(Py.newInteger(n)).asInt();
  }

  @Override
  public int loop(int iterations) {
    return loop.__call__(Py.newInteger(iterations)).asInt();
  }

  @Override
  public int same(int number) {
    return same.__call__(Py.newInteger(number)).asInt();
  }

  @Override
  public String description() {
    return "Jython "
        + Programs.version("jython")
        + ", compiled to "
        + fib.__code__.getClass().getName();
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
