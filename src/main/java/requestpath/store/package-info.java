/**
 * Where values are kept between requests: one facade, one enum, one final class a store, and a
 * Redis of our own.
 */
@NullMarked
package requestpath.store;

import org.jspecify.annotations.NullMarked;
