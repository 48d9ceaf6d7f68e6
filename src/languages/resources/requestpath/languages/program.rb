require 'java'

class RubyFunctions
  include Java::RequestpathHandlerLanguage::Functions

  # The naive recursion.
  def fib(n)
    return 0 if n == 0
    return 1 if n == 1
    fib(n - 1) + fib(n - 2)
  end

  # The loop with two operations and an IF.
  def loop(iterations)
    total = 0
    iterations.times do |i|
      if i % 3 == 0
        total += 3
      else
        total -= 1
      end
    end
    total
  end

  # Returns its argument.
  def same(number)
    number
  end
end

RubyFunctions.new
