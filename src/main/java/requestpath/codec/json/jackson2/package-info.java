/**
 * Jackson 2: databind and its modules, serializers written by hand, its streaming, its buffer
 * pools, and the ways to use it that cost.
 */
@NullMarked
package requestpath.codec.json.jackson2;

import org.jspecify.annotations.NullMarked;
