/** Reports: the terminal, Markdown, the page and the comparison of two runs. */
@NullMarked
package requestpath.report;

import org.jspecify.annotations.NullMarked;
