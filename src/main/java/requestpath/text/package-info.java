/** Numbers and tables as people read them. */
@NullMarked
package requestpath.text;

import org.jspecify.annotations.NullMarked;
