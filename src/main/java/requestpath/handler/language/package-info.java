/**
 * The source articles' languages, hosted on the JVM: the same three functions in each, called from
 * Java. The classes of large engines are in {@code src/languages} and are built with the Maven
 * profile {@code languages}.
 */
@NullMarked
package requestpath.handler.language;

import org.jspecify.annotations.NullMarked;
