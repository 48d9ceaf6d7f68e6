/** Numbers and tables as people read them, and the terminal that shows them. */
@NullMarked
package requestpath.text;

import org.jspecify.annotations.NullMarked;
