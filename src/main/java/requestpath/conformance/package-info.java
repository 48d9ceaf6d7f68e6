/**
 * What each library does to the data that passes through it: a fixed set of checks of the very
 * codecs that are measured.
 */
@NullMarked
package requestpath.conformance;

import org.jspecify.annotations.NullMarked;
