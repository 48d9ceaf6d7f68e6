require 'java'

class RubyFunctions
  include Java::RequestpathHandlerLanguage::Functions

  # The naive recursion.
  def fib(n)
    return 0 if n == 0
    return 1 if n == 1
    fib(n - 1) + fib(n - 2)
  end

  # The loop with two operations and an IF. A block, as in iterations.times, would be one call more in each iteration.
  def loop(iterations)
    total = 0
    i = 0
    while i < iterations
      if i % 3 == 0
        total += 3
      else
        total -= 1
      end
      i += 1
    end
    total
  end

  # Returns its argument.
  def same(number)
    number
  end
end

RubyFunctions.new
