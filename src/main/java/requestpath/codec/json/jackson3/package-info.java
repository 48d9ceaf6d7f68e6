/** Jackson 3: databind, its modules, and serializers written by hand. */
@NullMarked
package requestpath.codec.json.jackson3;

import org.jspecify.annotations.NullMarked;
