/** JSON by hand: the floor that libraries are compared with, and no library. */
@NullMarked
package requestpath.json.handwritten;

import org.jspecify.annotations.NullMarked;
