package requestpath.handler.language

class GroovyFunctions implements Functions {
  /** The naive recursion. */
  int fib(int n) {
    if (n == 0) {
      return 0
    }
    if (n == 1) {
      return 1
    }
    return fib(n - 1) + fib(n - 2)
  }

  /** The loop with two operations and an IF. */
  int loop(int iterations) {
    int total = 0
    for (int i = 0; i < iterations; i++) {
      if (i % 3 == 0) {
        total += 3
      } else {
        total -= 1
      }
    }
    return total
  }

  /** Returns its argument. */
  int same(int number) {
    return number
  }
}
