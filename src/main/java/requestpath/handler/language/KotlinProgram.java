package requestpath.handler.language;

/** The functions in Kotlin: {@code KotlinFunctions.kt}. Java calls them as static methods. */
final class KotlinProgram implements Program {
  @Override
  public int fib(int n) {
    return KotlinFunctions.fib(n);
  }

  @Override
  public int loop(int iterations) {
    return KotlinFunctions.loop(iterations);
  }

  @Override
  public int same(int number) {
    return KotlinFunctions.same(number);
  }

  @Override
  public String description() {
    return "Kotlin " + Programs.version("kotlin") + ", compiled with the build";
  }
}
