/** What a reader of the figures wants to know beside them: what each row stands for. */
@NullMarked
package requestpath.report;

import org.jspecify.annotations.NullMarked;
