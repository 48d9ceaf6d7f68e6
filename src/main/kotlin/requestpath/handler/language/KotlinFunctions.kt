@file:JvmName("KotlinFunctions")

package requestpath.handler.language

/** The naive recursion. */
fun fib(n: Int): Int {
    if (n == 0) {
        return 0
    }
    if (n == 1) {
        return 1
    }
    return fib(n - 1) + fib(n - 2)
}

/** The loop with two operations and an IF. */
fun loop(iterations: Int): Int {
    var total = 0
    for (i in 0 until iterations) {
        if (i % 3 == 0) {
            total += 3
        } else {
            total -= 1
        }
    }
    return total
}

/** Returns its argument. */
fun same(number: Int): Int = number
