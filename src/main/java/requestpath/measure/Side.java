package requestpath.measure;

import java.util.Locale;

/** Of a run that measures every row twice, under which of the two. */
enum Side {
  /** This build, under the JVM and the flags of the command line. */
  THIS,
  /** What {@code --against-jvm}, {@code --against-jar} and {@code --against-args} name. */
  AGAINST;

  /** The parameter that tells the two apart in the result file of such a run. */
  static final String PARAMETER = "side";

  /** As it stands in the result file. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
