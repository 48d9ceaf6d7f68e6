/** Gson: by reflection, with adapters written by hand, and the ways to use it that cost. */
@NullMarked
package requestpath.codec.json.gson;

import org.jspecify.annotations.NullMarked;
