# The naive recursion.
def fib(n):
    if n == 0:
        return 0
    if n == 1:
        return 1
    return fib(n - 1) + fib(n - 2)


# The loop with two operations and an IF. In Python 2, range would make a list.
def loop(iterations):
    total = 0
    for i in xrange(iterations):
        if i % 3 == 0:
            total += 3
        else:
            total -= 1
    return total


# Returns its argument.
def same(number):
    return number
