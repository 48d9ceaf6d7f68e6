package requestpath.handler;

import org.jspecify.annotations.Nullable;

/** The greeting of the hello services, made in the three ways that Java code makes text. */
public final class Greeting {
  private static final String DEFAULT_NAME = "World";

  private Greeting() {}

  /** The source article's own form: {@code String.format}, then trimmed. */
  public static String formatted(@Nullable String name) {
    return String.format("Hello %s!", orDefault(name)).trim();
  }

  /** String concatenation, then trimmed. */
  public static String concatenated(@Nullable String name) {
    return ("Hello " + orDefault(name) + "!").trim();
  }

  /** A StringBuilder, then trimmed. */
  @SuppressWarnings("UnnecessaryStringBuilder") // What it costs is the question.
  public static String built(@Nullable String name) {
    return new StringBuilder("Hello ").append(orDefault(name)).append('!').toString().trim();
  }

  private static String orDefault(@Nullable String name) {
    return name == null ? DEFAULT_NAME : name;
  }
}
