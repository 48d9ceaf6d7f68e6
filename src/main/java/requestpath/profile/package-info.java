/**
 * Why a row is slow: recordings of async-profiler, cut down to the measured path, as flame graphs
 * and lists of frames.
 */
@NullMarked
package requestpath.profile;

import org.jspecify.annotations.NullMarked;
