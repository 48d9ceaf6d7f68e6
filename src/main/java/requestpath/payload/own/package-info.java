/**
 * Types for the user's own document: inferred from it, written as Java, compiled, and bound for
 * checks.
 */
@NullMarked
package requestpath.payload.own;

import org.jspecify.annotations.NullMarked;
