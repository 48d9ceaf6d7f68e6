/**
 * The work of the source articles' handlers that is no codec: Fibonacci numbers, loops, whole
 * requests without their HTTP, and the stores of the exchange. Algorithms stand in each form that a
 * Java programmer would try.
 */
@NullMarked
package requestpath.handler;

import org.jspecify.annotations.NullMarked;
