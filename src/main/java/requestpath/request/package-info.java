/**
 * The documents' handlers, whole but for the HTTP: what comes in as text or bytes goes out as
 * bytes.
 */
@NullMarked
package requestpath.request;

import org.jspecify.annotations.NullMarked;
