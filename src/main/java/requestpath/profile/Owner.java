package requestpath.profile;

import java.util.List;
import java.util.regex.Pattern;

/** Whose code a frame is. */
public enum Owner {
  /** The measured library's, with the code that it generates. */
  LIBRARY("library"),
  /** A class of the JDK. */
  JDK("JDK"),
  /** This project's. */
  OURS("ours"),
  /** The JVM itself, its stubs, the C library and the kernel. */
  SYSTEM("JVM");

  private static final List<String> JDK_PACKAGES =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
  private static final String OUR_PACKAGE = "requestpath.";

  /**
   * What DSL-JSON, avaje-jsonb, Micronaut, Fory and kotlinx.serialization generate into our
   * packages, as they name it; others have packages of their own for that.
   */
  private static final Pattern GENERATED =
      Pattern.compile(
          ".*(?:_DslJsonConverter|JsonAdapter\\.|\\.\\$requestpath|payload\\.\\w+ForyJsonCodec"
              + "|\\$\\$serializer\\.|\\.write\\$Self).*");

  private final String title;

  Owner(String title) {
    this.title = title;
  }

  /** One word for it. */
  public String title() {
    return title;
  }

  /**
   * The owner of a Java method.
   *
   * @param method its qualified name
   */
  static Owner ofJava(String method) {
    if (JDK_PACKAGES.stream().anyMatch(method::startsWith)) {
      return JDK;
    }
    return method.startsWith(OUR_PACKAGE) && !GENERATED.matcher(method).matches() ? OURS : LIBRARY;
  }
}
