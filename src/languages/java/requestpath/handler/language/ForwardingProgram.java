package requestpath.handler.language;

/** Functions that an engine makes available as an object of the Java interface. */
abstract class ForwardingProgram implements Program {
  private final Functions functions;

  ForwardingProgram(Functions functions) {
    this.functions = functions;
  }

  @Override
  public final int fib(int n) {
    return functions.fib(n);
  }

  @Override
  public final int loop(int iterations) {
    return functions.loop(iterations);
  }

  @Override
  public final int same(int number) {
    return functions.same(number);
  }
}
