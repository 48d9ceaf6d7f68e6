package requestpath.harness.plan;

import java.util.Locale;

/** Which of the two configurations a fork ran under. */
public enum Side {
  /** This build, with the JVM and the arguments of the command line. */
  THIS,
  /** What {@code --against-jvm}, {@code --against-jar} and {@code --against-args} name. */
  AGAINST;

  /** The name of the parameter in the result file. */
  public static final String PARAMETER = "side";

  /** The value in the result file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
