/** What the codecs of Jackson 2 share, whichever format they write. */
@NullMarked
package requestpath.jackson;

import org.jspecify.annotations.NullMarked;
