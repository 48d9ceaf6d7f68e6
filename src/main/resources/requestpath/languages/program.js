// The naive recursion. Rhino 1.9 compiles n === 0 wrong: https://github.com/mozilla/rhino/issues/2407
function fib(n) {
  if (0 === n) {
    return 0;
  }
  if (1 === n) {
    return 1;
  }
  return fib(n - 1) + fib(n - 2);
}

// The loop with two operations and an IF.
function loop(iterations) {
  var total = 0;
  for (var i = 0; i < iterations; i++) {
    if (i % 3 === 0) {
      total += 3;
    } else {
      total -= 1;
    }
  }
  return total;
}

// Returns its argument.
function same(number) {
  return number;
}
