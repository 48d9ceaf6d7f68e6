package requestpath.harness.plan;

import java.util.Locale;

/** Of a run that measures every row twice, under which of the two. */
public enum Side {
  /** This build, under the JVM and the flags of the command line. */
  THIS,
  /** What {@code --against-jvm}, {@code --against-jar} and {@code --against-args} name. */
  AGAINST;

  /** The parameter that tells the two apart in the result file of such a run. */
  public static final String PARAMETER = "side";

  /** As it stands in the result file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
