package requestpath.handler.language;

import requestpath.handler.CountingLoop;
import requestpath.handler.Fibonacci;

/** The functions in Java: what the other languages are compared with. */
final class JavaProgram implements Program {
  @Override
  public int fib(int n) {
    return Fibonacci.recursiveInt(n);
  }

  @Override
  public int loop(int iterations) {
    return CountingLoop.intLoop(iterations);
  }

  @Override
  public int same(int number) {
    return number;
  }

  @Override
  public String description() {
    return "Java " + Runtime.version().feature() + ", compiled with the build";
  }
}
